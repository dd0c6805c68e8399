/** The example's files, as they stand in the repository; fetched only when somebody wants them. */
const files = import.meta.glob<string>("../../../../templates/**/*.{yaml,mjml}", { query: "?raw", import: "default" });

const root = "../../../../templates/";
/** What no base can do without: settings, who people are, scoring, lifecycle, and the mails to ourselves. */
const isBase = (path: string): boolean => !path.includes("/") || path.startsWith("emails/notice-");

export async function exampleFiles(which: "all" | "base"): Promise<Record<string, string>> {
  const wanted = Object.entries(files)
    .map(([path, load]) => [path.slice(root.length), load] as const)
    .filter(([path]) => which === "all" || isBase(path));
  return Object.fromEntries(await Promise.all(wanted.map(async ([path, load]) => [path, await load()] as const)));
}
