import { liquid } from "@codemirror/lang-liquid";
import { xml } from "@codemirror/lang-xml";
import { yaml, yamlFrontmatter } from "@codemirror/lang-yaml";
import type { Extension } from "@codemirror/state";

/** How a file is read for its colours and its indentation: YAML, or MJML with Liquid under a head of YAML. */
export function editorLanguage(path: string): Extension {
  return path.endsWith(".mjml") ? yamlFrontmatter({ content: liquid({ base: xml() }) }) : yaml();
}
