import type { Ground } from "./ground.ts";
import { inLanguages, textIn, titled } from "./starter-texts.ts";

/**
 * A sequence of a mail, a wait and a word to the owner. Where there is a form it waits for that one; nobody is in its audience
 * until the marketer says who, so that publishing it writes to nobody.
 */
export function starterSequence(name: string, { settings, forms, emails }: Ground): string {
  const { languages } = settings;
  const say = (fr: string, en: string): string => textIn(languages[0] ?? "en", { fr, en });
  const [form] = forms;
  const [email] = emails;
  const send = email === undefined ? "" : `  - id: first-mail\n    send: { email: ${email} }\n\n  - id: three-days\n    wait: P3D\n\n`;
  return `sequence: ${name}
name:
${inLanguages(languages, { fr: titled(name), en: titled(name) }, "  ")}

# ${say("Ce qui la lance.", "What starts it.")}
trigger:
  on: submission.received
${form === undefined ? "" : `  source: form:${form}\n`}
# ${say(
    "Qui la suit. « false » : personne encore. Écrivez une condition, comme !bought, quand elle est prête.",
    "Who follows it. “false”: nobody yet. Write a condition, as !bought, when it is ready.",
  )}
audience: "false"

# ${say("never : une seule fois ; always ; ou une durée, comme P90D.", "never: once only; always; or a duration, as P90D.")}
reentry: never

exits:
  - bought
  - replied
  - unsubscribed

steps:
${send}  - id: tell-owner
    notify:
      to: owner
      text:
${inLanguages(languages, { fr: "N’a pas réagi : à vous de voir.", en: "Did not react: over to you." }, "        ")}
`;
}
