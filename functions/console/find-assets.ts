import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The built console's files by their path in a URL, as `/assets/index-1a2b.js`. */
export type Assets = () => ReadonlyMap<string, Buffer>;

/** Reads the built console once, when first asked for: beside the bundle on Lambda, in the checkout on a laptop. */
export function findAssets(): Assets {
  let known: ReadonlyMap<string, Buffer> | undefined;
  return () => {
    known ??= readFolder(folderOf());
    return known;
  };
}

function folderOf(): string {
  const beside = fileURLToPath(new URL("./console/", import.meta.url));
  return existsSync(join(beside, "index.html")) ? beside : join(process.cwd(), "console", "dist");
}

function readFolder(folder: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/${path.slice(folder.length).split(sep).filter(Boolean).join("/")}`, readFileSync(path)];
    }),
  );
}
