import type { ConditionScope } from "#core/condition/cel.ts";
import { conditionInWords } from "#core/condition/condition-in-words.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { criteria, levels } from "#core/person/qualification.ts";
import { lifecycles } from "#core/person/lifecycle.ts";
import { stages } from "#core/person/stage.ts";
import { keepPunctuation, useText } from "../../i18n/language.ts";

const parts = ["fit", "engagement"] as const;

/** A condition in words, with its own text on hover; its own text alone where words do not reach. */
export function ConditionText(props: {
  readonly condition: string;
  readonly scope: ConditionScope;
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
}) {
  const { language } = useText();
  const nameOf = useNames();
  const said = conditionInWords(props.condition, { language, declarations: props.declarations, scope: props.scope, nameOf });
  if (said === undefined) return <code>{props.condition}</code>;
  const sentence = said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
  return <span title={props.condition}>{language === "fr" ? keepPunctuation(sentence) : sentence}</span>;
}

/** What conditions speak of besides a person's attributes, in the reader's words. */
function useNames(): (path: string) => string | undefined {
  const { t } = useText();
  const names = new Map<string, string>([
    ["person.email", t("rules.name.email")],
    ["person.locale", t("rules.name.locale")],
    ["lifecycle", t("rules.name.lifecycle")],
    ["stage", t("rules.name.stage")],
    ["bought", t("rules.name.bought")],
    ["!bought", t("rules.name.notBought")],
    ["run.clicked", t("rules.name.clicked")],
    ["!run.clicked", t("rules.name.notClicked")],
    ["run.replied", t("rules.name.replied")],
    ["!run.replied", t("rules.name.notReplied")],
    ["event.link", t("rules.name.link")],
    ["event.source", t("rules.name.source")],
    ["score.total", t("rules.name.total")],
    ["consent.marketing", t("rules.name.consent")],
    ...parts.map((part): [string, string] => [`score.${part}`, t(`score.${part}`)]),
    ...criteria.map((criterion): [string, string] => [`qualification.${criterion}`, t(`rules.criterion.${criterion}`)]),
    ...levels.map((level): [string, string] => [`level.${level}`, t(`level.${level}`)]),
    ...stages.map((stage): [string, string] => [`stage.${stage}`, t(`stage.${stage}`)]),
    ...lifecycles.map((lifecycle): [string, string] => [`lifecycle.${lifecycle}`, t(`lifecycle.${lifecycle}`)]),
  ]);
  return (path) => names.get(path);
}
