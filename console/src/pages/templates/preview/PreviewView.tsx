import { useMemo } from "react";
import type { PreviewView as Preview } from "#contract/definitions.ts";
import { useText } from "../../../i18n/language.ts";
import { MailFrame } from "../../../parts/mail/MailFrame.tsx";
import { readMail } from "../../../parts/mail/shown-mail.ts";
import { styleNonce } from "../../../theme/style-nonce.ts";

export const previewViews = ["desktop", "phone", "dark", "text"] as const;
export type ViewName = (typeof previewViews)[number];

/** The width of a phone and the least of a desktop's reading pane, in CSS pixels. */
const [phone, desktop] = [390, 720];

/** A mail from one side: on a wide screen, on a phone, in the dark, or as its plain text; and where its links lead. */
export function PreviewView(props: { readonly mail: NonNullable<Preview["mail"]>; readonly view: ViewName; readonly title: string }) {
  const { t } = useText();
  const { mail, view } = props;
  const { links, pictures, hasDark } = useMemo(() => readMail(mail.html, styleNonce()), [mail.html]);
  if (view === "text") return <pre className="preview-text">{mail.text}</pre>;
  return (
    <>
      <MailFrame
        title={props.title}
        html={mail.html}
        scheme={view === "dark" ? "dark" : "light"}
        {...(view === "phone" ? { width: phone } : { least: desktop })}
      />
      {view === "dark" && !hasDark ? <p className="quiet small">{t("preview.noDark")}</p> : null}
      {pictures === 0 ? null : <p className="quiet small">{t("preview.pictures", { count: pictures })}</p>}
      {links.length === 0 ? null : (
        <details className="preview-links">
          <summary>{t("preview.links", { count: links.length })}</summary>
          <ul>
            {links.map(({ text, to }, place) => (
              <li key={`${to}${place}`}>
                <span className="strong break">{text === "" ? t("preview.linkWithoutText") : text}</span>
                <span className="quiet small break">{to}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
