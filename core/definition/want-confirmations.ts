import { formSchema } from "#core/form/form.ts";
import type { EmailPurposes } from "./compile-emails.ts";
import type { Compiling } from "./compiling.ts";
import { fieldOf, readYaml } from "./read-yaml.ts";

/** The e-mail that a form's `doubleOptIn` names must be there, and be made to ask. One with mistakes of its own is not blamed twice. */
export function wantConfirmations(compiling: Compiling, emails: EmailPurposes): void {
  for (const { kind, source } of compiling.definitions) {
    if (kind !== "form") continue;
    for (const [file, text] of Object.entries(source)) checkForm(compiling, emails, file, text);
  }
}

function checkForm(compiling: Compiling, emails: EmailPurposes, file: string, text: string): void {
  const read = readYaml(file, text, formSchema);
  if (read.kind === "problems") return;
  const { validDays, remindAfterDays, email } = read.value.consent.doubleOptIn ?? {};
  const complain = (name: string, problem: string, remedy: string): void => {
    const path = ["consent", "doubleOptIn", name];
    compiling.complain({ file, ...read.place(path), field: fieldOf(path), problem, remedy });
  };
  if (validDays !== undefined && remindAfterDays !== undefined && remindAfterDays >= validDays) {
    complain(
      "remindAfterDays",
      "the reminder would come when the link no longer works",
      `write fewer days than ${validDays}, or raise validDays`,
    );
  }
  if (email === undefined) return;
  if (!emails.has(email)) {
    const remedy = `write emails/${email}.<language>.mjml with purpose: confirmation, or leave email out: Relance has one of its own`;
    return complain("email", `there is no e-mail ${email}`, remedy);
  }
  const purpose = emails.get(email);
  if (purpose === undefined || purpose === "confirmation") return;
  complain(
    "email",
    `${email} is a ${purpose} e-mail: it cannot ask for a confirmation`,
    "write purpose: confirmation in its front matter, or name another",
  );
}
