import { useText } from "../i18n/language.ts";
import type { Refusal } from "./refusal.ts";

/** Why one is not in, and what would help. */
export function RefusalNotice({ refusal: { kind, detail } }: { readonly refusal: Refusal }) {
  const { t, said } = useText();
  if (kind === "token") return null;
  if (kind === "ended") {
    return (
      <p className="notice" role="status">
        {t("signIn.ended")}
      </p>
    );
  }
  return (
    <div className="notice" role="alert">
      <strong>{t(`signIn.fault.${kind}`)}</strong>
      <p className="small">{t(`signIn.remedy.${kind}`)}</p>
      <p className="small quiet break">{said(detail)}</p>
    </div>
  );
}
