import type { useText } from "./language.ts";

/** Where something came from, as people call it: `form:demo` is the form demo. What we do not know is said as it stands. */
export function sourceName(source: string, t: ReturnType<typeof useText>["t"]): string {
  const [kind, name = ""] = source.split(":");
  if (kind === "form") return t("source.form", { name });
  if (kind === "hand" || kind === "manual") return t("source.hand");
  if (kind === "import") return t("source.import");
  return kind === "hook" ? t("source.hook", { name }) : source;
}
