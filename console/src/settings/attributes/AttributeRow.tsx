import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from "@tabler/icons-react";
import type { AttributeUses } from "#contract/people.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { useText } from "../../i18n/language.ts";
import { useWhyNot } from "../../parts/act/use-why-not.ts";
import { Hint } from "../../parts/Hint.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { DefinitionLink } from "../../pages/definitions/DefinitionLink.tsx";
import { titleIn } from "../../pages/definitions/kinds.ts";

/** One attribute: what it is, who speaks of it, and what can be done with it. */
export function AttributeRow(props: {
  readonly name: string;
  readonly declaration: AttributeDeclaration;
  readonly uses: AttributeUses | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly edit: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}) {
  const { t, language } = useText();
  const { name, declaration } = props;
  const { type, label, choices = [] } = declaration;
  const mayNot = useWhyNot("definitions:publish");
  const inUse = isUsed(props.uses) ? t("attributes.inUse") : undefined;
  const title = titleIn(label, language, name);
  const acts = [
    { id: "edit", label: t("attributes.editOne", { name: title }), icon: IconPencil, run: props.edit, whyNot: mayNot },
    {
      id: "up",
      label: t("attributes.up", { name: title }),
      icon: IconArrowUp,
      run: () => props.move(-1),
      whyNot: mayNot,
      hidden: props.isFirst,
    },
    {
      id: "down",
      label: t("attributes.down", { name: title }),
      icon: IconArrowDown,
      run: () => props.move(1),
      whyNot: mayNot,
      hidden: props.isLast,
    },
    { id: "remove", label: t("attributes.remove", { name: title }), icon: IconTrash, run: props.remove, whyNot: mayNot ?? inUse },
  ];
  return (
    <li className="attribute-row">
      <div>
        <p className="row">
          <span className="strong break">{title}</span>
          <code className="plain-code small">{name}</code>
          <Tag>{t(`attributes.type.${type}`)}</Tag>
        </p>
        {choices.length === 0 ? null : (
          <p className="quiet small break">{choices.map((choice) => titleIn(choice.label, language, choice.value)).join(" · ")}</p>
        )}
        <Uses uses={props.uses} />
      </div>
      <div className="attribute-acts">
        {acts.map(({ id, label: said, icon: Icon, run, whyNot, hidden }) =>
          hidden === true ? (
            <span key={id} className="attribute-gap" />
          ) : (
            <Hint key={id} text={whyNot}>
              {(describedBy) => (
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={said}
                  aria-disabled={whyNot === undefined ? undefined : true}
                  data-greyed={whyNot === undefined ? undefined : true}
                  aria-describedby={describedBy}
                  onClick={() => (whyNot === undefined ? run() : undefined)}
                >
                  <Icon size={18} stroke={1.6} aria-hidden />
                </ActionIcon>
              )}
            </Hint>
          ),
        )}
      </div>
    </li>
  );
}

export function isUsed(uses: AttributeUses | undefined): boolean {
  return uses !== undefined && uses.definitions.length > 0;
}

function Uses({ uses }: { readonly uses: AttributeUses | undefined }) {
  const { t } = useText();
  if (uses === undefined) return null;
  const { definitions, sources } = uses;
  if (definitions.length === 0 && sources.length === 0) return <p className="quiet small">{t("attributes.unused")}</p>;
  return (
    <p className="quiet small break">
      {t("attributes.usedBy")}{" "}
      {definitions.map((to, place) => (
        <span key={`${to.kind} ${to.name}`}>
          {place === 0 ? "" : ", "}
          <DefinitionLink to={to}>{to.name === "default" ? t(`definitions.${to.kind}.title`) : to.name}</DefinitionLink>
        </span>
      ))}
      {sources.map(({ id, name }, place) => (
        <span key={id}>{`${place === 0 && definitions.length === 0 ? "" : ", "}${name}`}</span>
      ))}
    </p>
  );
}
