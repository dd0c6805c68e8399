import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useText } from "../i18n/language.ts";

/** How long the button says that it has copied, in ms. */
const said = 2_000;

/** Copies a text; `of` says to whoever listens which of several it is. Where the browser forbids it, the text can still be selected. */
export function CopyButton({ text, of, label }: { readonly text: string; readonly of: string; readonly label?: string }) {
  const { t } = useText();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), said);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = (): void => {
    void navigator.clipboard?.writeText(text).then(() => setCopied(true));
  };
  const Sign = isCopied ? IconCheck : IconCopy;
  const word = isCopied ? t("copy.done") : (label ?? t("copy.copy"));
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Sign size={15} stroke={1.8} aria-hidden />}
      aria-label={t("copy.of", { what: word, of })}
      onClick={copy}
    >
      <span role="status">{word}</span>
    </Button>
  );
}
