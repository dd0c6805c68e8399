import { useQuery } from "@tanstack/react-query";
import { useText } from "../../i18n/language.ts";
import { CopyButton } from "../../parts/CopyButton.tsx";
import { Section } from "../../parts/Section.tsx";
import { ask, type Source } from "./ask.ts";

/** The address to paste, and what to do in the tool. */
export function Setup({ source }: { readonly source: Source }) {
  const { t, own } = useText();
  const setup = useQuery({ queryKey: ["source", source.id, "setup", source.rev], queryFn: () => ask.setup(source.id) });
  const kinds = useQuery({ queryKey: ["source-kinds"], queryFn: ask.kinds, staleTime: Number.POSITIVE_INFINITY });
  const kind = kinds.data?.items.find((one) => one.kind === source.kind)?.name ?? source.kind;
  const { steps = [], script = null, verifyToken = null } = setup.data ?? {};
  return (
    <div className="stack">
      <Copied title={t("sources.address")} lead={t("sources.addressLead")} text={source.url} />
      {verifyToken === null ? null : <Copied title={t("sources.verifyToken")} text={verifyToken} />}
      {steps.length === 0 ? null : (
        <Section title={t("sources.steps", { kind })}>
          <ol className="steps">
            {steps.map((step) => (
              <li key={step.en} className="break">
                {own(step)}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {script === null ? null : <Copied title={t("sources.script")} text={script} />}
    </div>
  );
}

function Copied({ title, lead, text }: { readonly title: string; readonly lead?: string; readonly text: string }) {
  return (
    <Section title={title} {...(lead === undefined ? {} : { lead })} actions={<CopyButton text={text} of={title} />}>
      <pre className="address" tabIndex={0}>
        {text}
      </pre>
    </Section>
  );
}
