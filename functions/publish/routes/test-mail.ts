import { hashAddress } from "#core/address/hash-address.ts";
import type { Caller } from "#core/access/caller.ts";
import { may } from "#core/access/caller.ts";
import { memberEmail } from "#core/access/member-email.ts";
import { emailFile, languageOfEmailFile } from "#core/definition/file-names.ts";
import { isId } from "#core/id/id.ts";
import type { Handover } from "#core/ports/outside.ts";
import { hour } from "#core/time/instant.ts";
import type { ApiApp } from "#functions/api/api-app.ts";
import { audit } from "#functions/api/audit.ts";
import { answerProblem } from "#functions/api/problems.ts";
import type { ApiRequest } from "#functions/api/route.ts";
import { definitionPaths } from "#functions/api/routes/definitions.ts";
import type { PublishContext } from "../app.ts";
import { examplePerson } from "../example-person.ts";
import { previewEmail } from "../preview-email.ts";
import { answerFilesInvalid } from "../refusals.ts";

/** How many a caller may send in an hour: enough to polish a mail, too few to be a way of writing to anybody. */
const hourly = 20;

/**
 * A mail to see in one's own mailbox. It goes to the team only, says in its subject what it is, bears no tag of a person's mail,
 * and leaves no trace with the person it is filled in for.
 */
export function testMailRoutes(app: ApiApp, context: PublishContext): void {
  const { stores, definitions, runtime, mailer } = context.workshop;

  app.openapi(definitionPaths.test, async (c) => {
    const { name } = c.req.valid("param");
    const { language, text: edited, personId, to: wanted } = c.req.valid("json");
    const caller = c.get("caller");
    const to = await recipientOf(caller, wanted);
    if (to === undefined) return notInTeam(c, wanted) as never;
    if (personId !== undefined && !may(caller, "people:read")) {
      const detail = `This takes the permission people:read, which ${caller.name} has not.`;
      return answerProblem(c, 403, "forbidden", { detail, field: "personId", remedy: "Leave it out." }) as never;
    }
    const file = emailFile(name, language);
    const text = edited ?? (await stores.definitions.current("email")).find((email) => email.name === name)?.source[file];
    if (text === undefined || languageOfEmailFile(file, name) === undefined) {
      const detail = `There is no e-mail ${name} in ${language}.`;
      return answerProblem(c, 404, "not-found", { detail, field: "language", remedy: "Choose one of its languages." }) as never;
    }
    const [settings, { declarations }] = await Promise.all([definitions.settings(), definitions.judging()]);
    const found = personId !== undefined && isId("person", personId) ? (await stores.people.dossier(personId))?.person : undefined;
    if (personId !== undefined && found === undefined) {
      const remedy = "Leave it out, or look the person up: GET /api/people.";
      return answerProblem(c, 404, "not-found", { detail: "Nobody in the base has this id.", field: "personId", remedy }) as never;
    }
    const person = found ?? examplePerson(declarations, language, runtime.now());
    const preview = previewEmail({ file, text, email: name, language, person, declarations, settings });
    if (preview.kind === "problems") return answerFilesInvalid(c, preview.problems, "The mail cannot be made: nothing was sent.") as never;
    const hash = hashAddress(to);
    if ((await stores.addresses.suppressions([hash])).has(hash)) return suppressed(c, to) as never;
    const now = runtime.now();
    const window = Math.floor(now / hour) * hour;
    if ((await stores.rates.count(`test-mail_${caller.id}`, window, window + 2 * hour)) > hourly) return tooMany(c) as never;
    const subject = `[Test] ${preview.mail.subject}`;
    const handed = await mailer.send({
      from: settings.sender,
      to,
      replyTo: settings.owner,
      subject,
      html: preview.mail.html,
      text: preview.mail.text,
      headers: { "Auto-Submitted": "auto-generated" },
      tags: { "relance-test": name },
      countOpens: false,
    });
    if (handed.kind !== "accepted") return notSent(c, handed) as never;
    await audit(c, context, { action: "test-mail.sent", subject: { kind: "test-mail", id: name }, to: { language, to } });
    return c.json({ to, subject, mailId: handed.sesMessageId }, 200);
  });

  /** Oneself, or somebody of the team; a test never goes to anybody else, whatever is asked. */
  const recipientOf = async (caller: Caller, wanted: string | undefined): Promise<string | undefined> => {
    const own = caller.kind === "member" ? caller.email : undefined;
    if (wanted === undefined) return own === "" ? undefined : own;
    const email = memberEmail(wanted);
    if (email === undefined) return undefined;
    if (email === own) return own;
    return (await stores.members.list()).find((member) => member.email === email)?.email;
  };
}

function notInTeam(c: ApiRequest, wanted: string | undefined): Response {
  const detail = wanted === undefined ? "Whoever asks has no address: a key has none." : "Nobody of the team has this address.";
  return answerProblem(c, 400, "invalid-request", {
    detail,
    field: "to",
    remedy: "A test goes to members of the team only: see GET /api/team.",
  });
}

function suppressed(c: ApiRequest, to: string): Response {
  const detail = `${to} is on the suppression list: nothing is ever written there, not even a test.`;
  return answerProblem(c, 409, "conflict", { detail, field: "to", remedy: "Send it to somebody else of the team." });
}

function tooMany(c: ApiRequest): Response {
  c.header("Retry-After", String(hour / 1_000));
  return answerProblem(c, 429, "too-many-requests", {
    detail: `More than ${hourly} test mails in an hour.`,
    remedy: "Wait until the next hour; a preview costs nothing.",
  });
}

/** What SES said, in words: in the sandbox an address must be verified first. */
function notSent(c: ApiRequest, handed: Exclude<Handover, { kind: "accepted" }>): Response {
  switch (handed.kind) {
    case "slow-down":
      return answerProblem(c, 503, "not-sent", { detail: "SES is asked too fast at the moment.", remedy: "Try again in a minute." });
    case "quota":
      return answerProblem(c, 503, "not-sent", {
        detail: "SES takes no more mail today, or has paused the account.",
        remedy: "See the account under Settings, Sender and domain.",
      });
    case "refused":
      return answerProblem(c, 422, "not-sent", {
        detail: `SES refused it: ${handed.problem}`,
        remedy: "In SES's sandbox, verify your own address in the SES console first; else look at Settings, Sender and domain.",
      });
    case "unknown":
      return answerProblem(c, 502, "not-sent", {
        detail: `It is not known whether SES has it: ${handed.problem}`,
        remedy: "Look into your mailbox before you try again.",
      });
  }
}
