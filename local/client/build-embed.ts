import { buildSync } from "esbuild";

/** The script that puts a form into a page, as one small file without a line too many. */
export function buildEmbed(): string {
  const built = buildSync({
    entryPoints: ["console/embed/embed.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    legalComments: "none",
    write: false,
  });
  return built.outputFiles[0]?.text.trim() ?? "";
}
