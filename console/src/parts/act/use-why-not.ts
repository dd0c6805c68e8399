import { type Permission, whoMay } from "#core/access/permission.ts";
import { useMay, useMe } from "../../api/use-me.ts";
import { useText } from "../../i18n/language.ts";

/** Why the caller may not do something, in a sentence that says who may; nothing if they may. */
export function useWhyNot(permission: Permission | undefined): string | undefined {
  const { t, locale } = useText();
  const may = useMay();
  const me = useMe();
  if (permission === undefined || me === undefined || may(permission)) return undefined;
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const who = list.format(whoMay(permission).map((role) => t(`role.one.${role}`)));
  return me.role === null ? t("act.keyMayNot", { who }) : t("act.whyNot", { who, role: t(`role.${me.role}`) });
}
