import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useText } from "../i18n/language.ts";
import { hold } from "./session.ts";

/** A field for the console's own token, and where it is found. */
export function TokenForm({ isWrong }: { readonly isWrong: boolean }) {
  const { t } = useText();
  const [value, setValue] = useState("");
  const open = (event: FormEvent): void => {
    event.preventDefault();
    hold({ kind: "token", token: value.trim() });
  };
  return (
    <form className="stack" onSubmit={open}>
      <p className="quiet">{t("token.text")}</p>
      <PasswordInput
        label={t("token.label")}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        required
        withAsterisk={false}
        error={isWrong ? t("token.wrong") : undefined}
      />
      <Button type="submit">{t("token.open")}</Button>
    </form>
  );
}
