import type { FunctionDeclaration, TriggerDeclaration } from "#functions/declaration.ts";
import { functions } from "#functions/list.ts";

/** What an alarm says to whoever it wakes: whom it hurts, and where to read on. CloudWatch takes 1,024 characters. */
export const alarmDescriptions = {
  errors: ({ name, errorImpact }: FunctionDeclaration): string =>
    `Relance ${name} failed. Hurt: ${errorImpact}. See docs/runbook.md, ${name}.`,
  deadLetters:
    "Relance gave an event up after its retries. Hurt: whoever the event was about, until it is handled. See docs/runbook.md, Dead letters.",
  throttles: "Lambda refused calls in this region. Hurt: people who send forms, until it ends. See docs/runbook.md, Throttles.",
} as const;

/** The runbook, made of the list of functions; a test holds `docs/runbook.md` to it. */
export function runbook(): string {
  return `${[heading, ...functions.map(section), deadLetters, throttles].join("\n\n")}\n`;
}

const heading = `# Runbook

Made from \`functions/list.ts\` by \`npm run runbook\`; edit the list or \`stacks/runbook.ts\`, not this file. Every alarm names one
of these sections. Logs are JSON, one line an event, kept for a month; they hold ids and reasons, never a person's data.`;

function section(declaration: FunctionDeclaration): string {
  return `## ${declaration.name}

Hurt when it fails: ${declaration.errorImpact}.

- Starts: ${startOf(declaration.trigger)}.
- ${lossOf(declaration)}
- Look at: the function's log group (the stack's resource \`${declaration.name}\`), lines with \`"level":"error"\`; then what is
  parked in the console.
- Code: \`${declaration.entry}\`.`;
}

function startOf(trigger: TriggerDeclaration): string {
  switch (trigger.kind) {
    case "http":
      return trigger.routes.map((route) => `\`${route}\``).join(", ");
    case "schedule":
      return `every ${trigger.rate}`;
    case "event":
      return `on events of the ${trigger.bus} bus like \`${JSON.stringify(trigger.pattern)}\``;
    case "inbound-mail":
      return "when SES has stored a received mail in the inbox bucket";
  }
}

/** What becomes of the work that failed. */
function lossOf({ trigger }: FunctionDeclaration): string {
  switch (trigger.kind) {
    case "http":
      return "What failed: the caller got an error and may try again. A submission that got a 2xx is stored and is worked off by tick.";
    case "schedule":
      return "What failed: stays due; the next run does it. Nothing is lost while it is late.";
    case "event":
    case "inbound-mail":
      return "What failed: is tried twice more, then waits in the dead letters for 14 days. Handling it twice is harmless.";
  }
}

const deadLetters = `## Dead letters

One queue keeps what an asynchronous function could not do after its retries (\`requestContext.functionArn\` names the function,
\`requestPayload\` is the event) and what EventBridge could not deliver (attribute \`RULE_ARN\`, body the event). Mend the cause, then
invoke the function again with the event; every function may be given an event twice. Events of tick and of jobs may simply be purged.`;

const throttles = `## Throttles

Lambda refuses calls when the account's concurrency in the region is used up (new accounts have 10). Forms and the console answer
503 meanwhile; asynchronous events wait up to six hours. Ask AWS for more concurrency, or find what else in the account uses it.`;
