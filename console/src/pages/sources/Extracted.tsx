import { useText } from "../../i18n/language.ts";
import type { Submission } from "./ask.ts";

const details = ["email", "firstName", "lastName", "fullName", "phone", "company", "message", "locale"] as const;
const campaign = ["source", "medium", "campaign"] as const;

/** What was read of an arrival, in the words of the console; its answers under their own titles. */
export function Extracted({ extracted }: { readonly extracted: Submission["extracted"] }) {
  const { t } = useText();
  const known = details.flatMap((field) => {
    const value = extracted[field];
    return value === undefined ? [] : [{ name: t(`sources.field.${field}`), value }];
  });
  const consent =
    extracted.consent === undefined
      ? []
      : [{ name: t("sources.field.consent"), value: extracted.consent ? t("sources.yes") : t("sources.no") }];
  const utm = campaign.flatMap((field) => {
    const value = extracted.utm[field];
    return value === undefined ? [] : [{ name: t(`sources.field.utm.${field}`), value }];
  });
  const answers = extracted.answers.map(({ key, title, value }) => ({ name: title === "" ? key : title, value: String(value) }));
  const shown = [...known, ...consent, ...utm, ...answers];
  if (shown.length === 0) return <p className="quiet">{t("sources.nobody")}</p>;
  return (
    <dl className="read-list">
      {shown.map(({ name, value }, index) => (
        <div key={`${name}${index}`} style={{ display: "contents" }}>
          <dt className="break">{name}</dt>
          <dd className="break">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
