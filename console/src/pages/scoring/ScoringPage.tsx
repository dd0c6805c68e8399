import { Link, useParams } from "@tanstack/react-router";
import { useText } from "../../i18n/language.ts";
import { DefinitionPage } from "../definitions/DefinitionPage.tsx";
import { singleKinds } from "../definitions/kinds.ts";

/** The rules that have one file each: how people are scored, how they move on, what may be known of them, and who writes. */
export function ScoringPage() {
  const { name: asked } = useParams({ strict: false });
  const kind = singleKinds.find((one) => one === asked) ?? singleKinds[0];
  return <DefinitionPage name={{ kind, name: "default" }} back={<Siblings chosen={kind} />} />;
}

function Siblings({ chosen }: { readonly chosen: (typeof singleKinds)[number] }) {
  const { t } = useText();
  return (
    <nav className="side-switch" aria-label={t("rules.files")}>
      {singleKinds.map((kind) => (
        <Link key={kind} to="/scoring/$name" params={{ name: kind }} aria-current={kind === chosen ? "page" : undefined}>
          {t(`definitions.${kind}.short`)}
        </Link>
      ))}
    </nav>
  );
}
