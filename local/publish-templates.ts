import { watch } from "node:fs";
import type { DefinitionProblem } from "#core/definition/definition.ts";
import type { DefinitionStore } from "#core/ports/definition-store.ts";
import type { Instant } from "#core/time/instant.ts";
import { publishDefinitions } from "#functions/publish/publish-definitions.ts";
import { readTemplates } from "#functions/publish/read-templates.ts";
import { describeFault } from "#functions/runtime/faults.ts";
import type { Terminal } from "./terminal.ts";

export interface Publisher {
  readonly folder: string;
  readonly store: DefinitionStore;
  readonly now: () => Instant;
  readonly terminal: Terminal;
}

/** Publishes the marketers' files as they are, and says what is new or what is wrong with them and where. */
export async function publishTemplates({ folder, store, now, terminal }: Publisher): Promise<void> {
  const result = await publishDefinitions({ store, files: await readTemplates(folder), now: now() });
  if (result.kind === "problems") {
    terminal.warn(
      `Nothing of ${folder}/ is published: ${result.problems.length} ${result.problems.length === 1 ? "thing is" : "things are"} wrong.`,
    );
    for (const problem of result.problems) terminal.warn(`  ${problemLine(folder, problem)}`);
    return;
  }
  const changed = result.published.filter((each) => each.changed);
  if (changed.length > 0)
    terminal.say(
      `Published ${changed.map(({ kind, name, version }) => (name === "default" ? `${kind} v${version}` : `${kind} ${name} v${version}`)).join(", ")}.`,
    );
}

/** Time an editor takes to write all its files, in milliseconds. */
const settleTime = 200;

/** Publishes again whenever a file changes. Answers how to stop. */
export function watchTemplates(publisher: Publisher): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const publish = (): void => {
    running = running
      .then(() => publishTemplates(publisher))
      .catch((fault: unknown) => publisher.terminal.warn(`The changed files could not be published: ${describeFault(fault)}`));
  };
  const watcher = watch(publisher.folder, { recursive: true, persistent: false }, () => {
    clearTimeout(timer);
    timer = setTimeout(publish, settleTime);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

function problemLine(folder: string, { file, line, column, field, problem, remedy }: DefinitionProblem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return `${folder}/${place}${field === "" ? "" : ` (${field})`}: ${problem}. To mend it: ${remedy}.`;
}
