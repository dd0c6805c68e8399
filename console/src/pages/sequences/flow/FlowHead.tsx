import type { SequenceFlow } from "#contract/sequence-flow.ts";
import { useText } from "../../../i18n/language.ts";
import { exitWords, reentryWords, triggerWords } from "./flow-words.ts";

/** What starts a sequence, for whom, how often, and what ends it before its last step. */
export function FlowHead({ flow }: { readonly flow: SequenceFlow }) {
  const text = useText();
  const { t } = text;
  return (
    <dl className="flow-head card">
      <div>
        <dt>{t("flow.starts")}</dt>
        <dd className="strong">{triggerWords(flow.trigger, text)}</dd>
      </div>
      <div>
        <dt>{t("flow.audience")}</dt>
        <dd>{flow.audience === "true" ? t("flow.everybody") : <code className="break">{flow.audience}</code>}</dd>
      </div>
      <div>
        <dt>{t("flow.again")}</dt>
        <dd>{reentryWords(flow.reentry, text)}</dd>
      </div>
      <div>
        <dt>{t("flow.exits")}</dt>
        <dd>
          {flow.exits.length === 0 ? (
            t("flow.noExits")
          ) : (
            <ul className="row">
              {flow.exits.map((exit, place) => (
                <li key={`${exit.on}${place}`} className="tag flow-exit">
                  {exitWords(exit, text)}
                  {exit.when === null ? null : <code className="break">{exit.when}</code>}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  );
}
