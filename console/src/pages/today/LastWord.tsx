import type { TimelineItemView } from "#contract/api.ts";
import { useText } from "../../i18n/language.ts";
import { Moment } from "../../parts/Moment.tsx";

/** What happened last, and in whose words where there are any. */
export function LastWord({ last }: { readonly last: TimelineItemView }) {
  const { t, own } = useText();
  const said = [last.data["text"], last.data["message"]].find((text) => typeof text === "string" && text.trim() !== "");
  return (
    <div className="call-last">
      <p className="quiet small">
        {t("today.reached")}
        {own(last.text)}, <Moment at={last.at} />
      </p>
      {typeof said === "string" ? (
        <blockquote className="said">
          <span>{said.replaceAll(/\n{2,}/g, "\n")}</span>
        </blockquote>
      ) : null}
    </div>
  );
}
