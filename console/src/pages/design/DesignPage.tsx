import "../../theme/design.css";
import { useOverview } from "../../api/use-overview.ts";
import { NotFound } from "../../frame/NotFound.tsx";
import { SchemeSwitch } from "../../frame/SchemeSwitch.tsx";
import { useText } from "../../i18n/language.ts";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Colours } from "./Colours.tsx";
import { KeyboardMap } from "./KeyboardMap.tsx";
import { Measures } from "./Measures.tsx";
import { Charts } from "./parts/Charts.tsx";
import { Feedback } from "./parts/Feedback.tsx";
import { Fields } from "./parts/Fields.tsx";
import { Lists } from "./parts/Lists.tsx";
import { Words } from "./parts/Words.tsx";
import { Acts } from "./parts/Acts.tsx";
import { Type } from "./Type.tsx";

/** The design system on one page, made from the tokens and the parts themselves: it cannot say what is not so. Local and in development only. */
export function DesignPage() {
  const { t } = useText();
  const overview = useOverview();
  if (overview === undefined) return <Loading shape="page" />;
  if (!overview.local && !import.meta.env.DEV) return <NotFound />;
  return (
    <div className="stack">
      <PageHead title={t("design.title")} lead={t("design.lead")} actions={<SchemeSwitch />} />
      <Colours />
      <Type />
      <Measures />
      <Acts />
      <Words />
      <Fields />
      <Lists />
      <Feedback />
      <Charts />
      <KeyboardMap />
    </div>
  );
}
