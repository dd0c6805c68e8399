import { readTemplates } from "#functions/publish/read-templates.ts";

const shipped = await readTemplates("templates");

/** The files that come with Relance, with some of them changed or taken out. */
export function shippedFiles(
  changes: Readonly<Record<string, ((text: string) => string) | string | undefined>> = {},
): Readonly<Record<string, string>> {
  const files: Record<string, string> = { ...shipped };
  for (const [path, change] of Object.entries(changes)) {
    if (change === undefined) delete files[path];
    else if (typeof change === "string") files[path] = change;
    else {
      const before = files[path] ?? "";
      files[path] = change(before);
      if (files[path] === before) throw new Error(`nothing was changed in ${path}`);
    }
  }
  return files;
}
