import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Files } from "#core/definition/compile-templates.ts";

/** Every file of a `templates/` folder, by its path from there. Hidden files and editors' leftovers are passed over. */
export async function readTemplates(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries) {
    if (!entry.isFile() || !/^[^.].*\.(yaml|mjml)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).split(sep).join("/")] = await readFile(path, "utf8");
  }
  return files;
}
