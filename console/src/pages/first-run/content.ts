import type { FirstRun } from "#contract/first-run.ts";
import { answered, done } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { exampleFiles } from "./example-files.ts";

/** Whether the example is what one sees: its sequence and form are called `demo`. */
export function hasExample(facts: Pick<FirstRun, "sequences" | "forms">): boolean {
  return facts.sequences.includes("demo") || facts.forms.includes("demo");
}

/** Publishes the example beside the settings in force, which stay as they are. */
export async function publishExample(note: string): Promise<void> {
  const { "settings.yaml": _ours, ...files } = await exampleFiles("all");
  await answered(client.POST("/api/publish", { body: { files: { ...files, ...(await settingsInForce()) }, note } }));
}

async function settingsInForce(): Promise<Record<string, string>> {
  const path = { kind: "settings", name: "default" } as const;
  return (await answered(client.GET("/api/definitions/{kind}/{name}", { params: { path } }))).files;
}

/**
 * Takes the example out of force, what stands on it first, and publishes a first mail and a form to begin with. Nothing is lost:
 * a retired definition keeps its history. Told twice, it goes on where it stopped.
 */
export async function startEmpty(
  facts: FirstRun,
  names: { readonly note: string; readonly mail: string; readonly form: string },
): Promise<void> {
  const retired = [
    ...facts.sequences.filter((name) => name === "demo").map((name) => ({ kind: "sequence", name }) as const),
    ...facts.emails.filter(({ name }) => name.startsWith("demo-")).map(({ name }) => ({ kind: "email", name }) as const),
    ...facts.forms.filter((name) => name === "demo").map((name) => ({ kind: "form", name }) as const),
  ];
  for (const path of retired)
    await done(client.POST("/api/definitions/{kind}/{name}/retire", { params: { path }, body: { note: names.note } }));
  await publishStarter({ kind: "email", name: names.mail }, names.note);
  await publishStarter({ kind: "form", name: names.form }, names.note);
}

async function publishStarter(path: { readonly kind: "email" | "form"; readonly name: string }, note: string): Promise<void> {
  const { files } = await answered(client.GET("/api/definitions/{kind}/{name}/starter", { params: { path } }));
  await answered(client.POST("/api/definitions/{kind}/{name}", { params: { path }, body: { files, note } }));
}
