import { may } from "#core/access/caller.ts";
import { emailFile, languageOfEmailFile } from "#core/definition/file-names.ts";
import { isId } from "#core/id/id.ts";
import type { Person } from "#core/person/person.ts";
import type { ApiApp } from "#functions/api/api-app.ts";
import { changesNothing } from "#functions/api/audit.ts";
import { answerProblem } from "#functions/api/problems.ts";
import { definitionPaths } from "#functions/api/routes/definitions.ts";
import type { PublishContext } from "../app.ts";
import { examplePerson } from "../example-person.ts";
import { previewEmail } from "../preview-email.ts";

export function previewRoutes(app: ApiApp, { workshop }: PublishContext): void {
  const { stores, definitions, runtime } = workshop;

  app.openapi(definitionPaths.preview, async (c) => {
    const { name } = c.req.valid("param");
    const { language, text: edited, personId } = c.req.valid("json");
    const caller = c.get("caller");
    if (personId !== undefined && !may(caller, "people:read")) {
      const detail = `This takes the permission people:read, which ${caller.name} has not.`;
      return answerProblem(c, 403, "forbidden", {
        detail,
        field: "personId",
        remedy: "Leave it out: the mail is filled in for an example.",
      }) as never;
    }
    const file = emailFile(name, language);
    const text = edited ?? (await stores.definitions.current("email")).find((email) => email.name === name)?.source[file];
    if (text === undefined || languageOfEmailFile(file, name) === undefined) {
      const detail = `There is no e-mail ${name} in ${language}.`;
      return answerProblem(c, 404, "not-found", {
        detail,
        field: "language",
        remedy: "Send the text, or choose one of its languages.",
      }) as never;
    }
    const [settings, { declarations }] = await Promise.all([definitions.settings(), definitions.judging()]);
    const found = isId("person", personId ?? "") ? await findPerson(stores.people, personId ?? "") : undefined;
    if (personId !== undefined && found === undefined) {
      const remedy = "Leave it out, or look the person up: GET /api/people.";
      return answerProblem(c, 404, "not-found", { detail: "Nobody in the base has this id.", field: "personId", remedy }) as never;
    }
    const person = found ?? examplePerson(declarations, language, runtime.now());
    const preview = previewEmail({ file, text, email: name, language, person, declarations, settings });
    changesNothing(c);
    const who = { id: found?.id ?? null, name: nameOf(person), email: person.email };
    if (preview.kind === "problems") return c.json({ person: who, mail: null, problems: [...preview.problems] }, 200);
    const { subject, preheader, html, text: plain } = preview.mail;
    const mail = { subject, preheader, html, text: plain, bytes: Buffer.byteLength(html, "utf8") };
    return c.json({ person: who, mail, problems: [] }, 200);
  });
}

async function findPerson(people: PublishContext["workshop"]["stores"]["people"], id: string): Promise<Person | undefined> {
  return isId("person", id) ? (await people.dossier(id))?.person : undefined;
}

function nameOf({ attributes, email }: Person): string {
  const parts = [attributes["firstName"]?.value, attributes["lastName"]?.value];
  const name = parts.filter((part) => typeof part === "string" && part !== "").join(" ");
  return name === "" ? email : name;
}
