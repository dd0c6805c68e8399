import { IconMail, IconPhone } from "@tabler/icons-react";
import { useText } from "../i18n/language.ts";

/** Calls somebody, by whatever this device calls with; who left no number is written to. Both are links, and look like the page's main act. */
export function PhoneLink({
  person,
}: {
  readonly person: { readonly name: string; readonly email: string; readonly phone: string | null };
}) {
  const { t } = useText();
  const { name, email, phone } = person;
  const dialled = phone === null ? "" : phone.replaceAll(/[^+\d]/g, "");
  if (phone === null || dialled === "")
    return (
      <a className="act-link" href={mailto(email)} aria-label={t("today.writeTo", { name })}>
        <IconMail size={18} stroke={1.7} aria-hidden />
        <span>{t("today.write")}</span>
      </a>
    );
  return (
    <a className="act-link main" href={`tel:${dialled}`} aria-label={t("today.callNumber", { name, phone })}>
      <IconPhone size={18} stroke={1.7} aria-hidden />
      <span className="figures">{phone}</span>
    </a>
  );
}

/** A link that writes to an address; its sign stays as it is typed. */
export function mailto(email: string): string {
  return `mailto:${encodeURIComponent(email).replace("%40", "@")}`;
}
