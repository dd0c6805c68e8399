import type { CompileVariant } from "#core/definition/compile-emails.ts";
import { compileTemplates } from "#core/definition/compile-templates.ts";
import { refusedSchemaChanges } from "#core/definition/attribute-uses.ts";
import type { DefinitionProblem } from "#core/definition/definition.ts";
import { readYaml } from "#core/definition/read-yaml.ts";
import { checkCondition } from "#core/condition/check-condition.ts";
import { parsePattern } from "#core/form/parse-pattern.ts";
import * as z from "zod";
import { shippedFiles } from "#tests/core/definition/shipped-files.ts";
import { compiled, emailFile } from "#tests/core/email/an-email.ts";

/** E-mails are compiled each for itself below: a set of files is judged without their MJML. */
const unread: CompileVariant = (_, text) => {
  const purpose = (/^purpose: (notice|confirmation)$/m.exec(text)?.[1] ?? "marketing") as "marketing" | "notice" | "confirmation";
  return { kind: "ok", purpose, variant: { subject: "", preheader: "", html: "", text: "", variables: [] } };
};

function filesWith(changes: Parameters<typeof shippedFiles>[0]): readonly DefinitionProblem[] {
  const result = compileTemplates(shippedFiles(changes), { variant: unread });
  return result.kind === "problems" ? result.problems : [];
}

const both = "{ fr: X, en: X }";
const form = "forms/demo.yaml";

/** Fields as no form can have them. */
const badFields = [
  "name: _secret, type: text, label: §",
  "name: a b, type: text, label: §",
  "name: x, type: text, label: §, attribute: nope",
  "name: x, type: tel, label: §, attribute: need",
  "name: x, type: select, label: §",
  "name: x, type: text, label: §, choices: [{ value: a, label: § }]",
  "name: x, type: select, label: §, choices: [{ value: a, label: § }, { value: a, label: § }]",
  "name: need, type: select, label: §, choices: [{ value: nowhere, label: § }]",
  "name: x, type: text, label: §, min: 1",
  "name: x, type: number, label: §, min: one",
  "name: x, type: date, label: §, min: soon",
  "name: x, type: number, label: §, min: 3, max: 2",
  "name: x, type: number, label: §, minLength: 3",
  "name: x, type: text, label: §, minLength: 3, maxLength: 2",
  "name: x, type: text",
  "name: x, type: text, label: §, value: y",
  "name: x, type: hidden",
  "name: x, type: hidden, fromQuery: a b",
  "name: x, type: hidden, value: a, required: true",
  "name: email, type: hidden, value: a",
  "name: x, type: hidden, value: a, help: §",
  "name: more, type: email, label: §",
  "name: company, type: text, label: §",
  "name: x, type: hidden, value: a, ask: when-unknown",
  "name: x, type: text, label: §, ask: when-unknown",
  "name: x, type: text, label: { fr: X }",
  "name: x, type: text, label: §, pattern: { match: '(', message: § }",
  "name: x, type: txt, label: §",
  "name: x, typ: text, label: §",
].map((field) => `  - { ${field.replaceAll("§", both)} }`);

const changedForms: readonly ((text: string) => string)[] = [
  ...badFields.map((field) => (text: string) => text.replace("\nhoneypot:", `${field}\n\nhoneypot:`)),
  (text) => text.replace("thankYou:", "thankYou:\n  url: javascript:x"),
  (text) => text.replace("type: email", "type: text"),
  (text) => text.replace("honeypot: website", "honeypot: company"),
  (text) => text.replace("honeypot: website", "honeypot: consent"),
  (text) => text.replace(/\nthankYou:/, `\nmeasurement: { field: consent, version: "1", text: ${both} }\nthankYou:`),
  ...["{ validDays: 90 }", "{ validDays: 3, remindAfterDays: 3 }", "{ email: nothing }", "{ email: demo-1-bienvenue }"].map(
    (rule) => (text: string) => text.replace('  version: "2026-11"', `  doubleOptIn: ${rule}\n  version: "2026-11"`),
  ),
];

/** Each step list, and what stands before it, as no sequence can have it. */
const badSteps = [
  "[{ exit: { because: x } }, { wait: P1D }]",
  "[{ id: a, wait: P1D }, { id: a, wait: P1D }]",
  "[{ send: { email: nothing } }]",
  "[{ wait: long }]",
  "[{ branch: { when: 'true' } }]",
  "[{ set: { attributes: { nope: 1 } } }]",
  "[{ send: { email: demo-2-facture } }, { send: { email: demo-3-atelier } }]",
  "[{ id: nothing }]",
  "[{ wait: P1D, exit: { because: x } }]",
  "[{ waits: P1D }]",
  "[{ wait: 3 }]",
  "[{ wait: P1D, extra: 1 }]",
  "[{ id: A, wait: P1D }]",
  "[{ send: { email: notice-task } }]",
  "[{ notify: { to: nobody, text: {} } }]",
  "[]",
];
const sequence = (head: string, steps = "[{ wait: P1D }]"): string =>
  `sequence: bad\nname: ${both}\ntrigger: { on: link.clicked }\n${head}\nsteps: ${steps}\n`;
const badSequences = [
  ...badSteps.map((steps) => sequence("", steps)),
  sequence("window: { days: [mon], from: '10:00', to: '09:00' }"),
  sequence("reentry: soon"),
  sequence("").replace("{ on: link.clicked }", "{ on: submission.received, source: form:nothing }"),
  sequence("").replace("{ on: link.clicked }", "{ on: nothing }"),
  sequence("").replace("sequence: bad", "sequence: demo"),
  sequence("", "[{ send: { email: ask-again } }]"),
];

const badFiles: readonly Parameters<typeof shippedFiles>[0][] = [
  ...changedForms.map((change) => ({ [form]: change })),
  ...badSequences.map((text) => ({ "sequences/bad.yaml": text, "emails/ask-again.fr.mjml": "purpose: confirmation" })),
  { "settings.yaml": undefined },
  { "emails/Hello.mjml": "x" },
  { "emails/notice-task.fr.mjml": undefined, "emails/notice-task.en.mjml": undefined },
  { "emails/demo-2-facture.fr.mjml": undefined },
  { "emails/demo-2-facture.fr.mjml": (text) => text.replace("preheader", "purpose: notice\npreheader") },
  { "person.yaml": (text) => `${text}\nlocale: { type: text, label: ${both} }\nsize: { type: choice, label: ${both} }` },
  { "person.yaml": (text) => `${text}\nfirst-name: { type: tetx, label: ${both} }` },
  ...[
    ["website: https://", "website: not-https://"],
    ["[fr, en]", "[French]"],
    ["Europe/Paris", "Mars/Olympus"],
    [/from: "?\d\d:\d\d"?/, "from: '23:00'"],
    [/from: "?\d\d:\d\d"?/, "from: nine"],
    [/company: .*/, 'company: ""'],
    [/replyDomain: .*/, "replyDomain: no domain"],
  ].map(([before, after]) => ({ "settings.yaml": (text: string) => `${text.replace(before ?? "", String(after))}\n# changed` })),
  ...[
    "fit:\n  - { id: a, when: 'score.total > 1.0', points: 1, text: T }\n  - { id: a, when: 'true', points: 1, text: T }\nengagement: []",
    "fit:\n  - { id: A, when: 'true', points: 900, text: T }\nengagement:\n  - { id: b, on: purchase, points: 0, text: T }",
    "fit:\n  - { id: a, when: 'true', points: 1.5, text: { fr: X } }\nengagement:\n  - { id: b, on: nothing, points: many, text: T }",
  ].map((text) => ({ "scoring.yaml": `${text.replaceAll("T", both)}\nqualification: []\n` })),
  ...[
    ["when: qualification", "when: score.engagement > 1.0 && qualification"],
    ["high: 45", "high: 15"],
    ["to: proposal", "to: won"],
    ["to: proposal", "to: lost"],
    ["engagementAtLeast: 25", "engagementAtLeast: 25\n    engagementBelow: 25"],
    ["real: 15", "real: -1"],
  ].map(([before = "", after = ""]) => ({
    "lifecycle.yaml": (text: string) =>
      text
        .replace(before, after)
        .replace(
          /when: >-\n\s+qualification/,
          `when: >-\n      ${after.startsWith("when") ? "score.engagement > 1.0 && " : ""}qualification`,
        ),
  })),
];

const deep = (open: string, close: string): string => `<mj-raw>${open.repeat(40)}${close.repeat(40)}</mj-raw>`;
const badEmails = [
  "no front matter",
  "---\nsubject: ''\npurpose: spam\nnope: 1\n---\n<mjml></mjml>",
  ...[
    "<mj-raw><br></mj-raw>",
    deep("<div>", "</div>"),
    "</mj-text>",
    "<mj-text><b></mj-text></b>",
    "<mj-text><script>x</script></mj-text>",
    "<mj-txt>x</mj-txt>",
    '<mj-image src="https://a.example/x.png" />',
    "<mj-text {{ person.company }}>x</mj-text>",
    '<mj-text><a onclick="x" href="https://a.example">x</a></mj-text>',
    '<mj-button href="javascript:x">x</mj-button>',
    '<mj-button href="{{ person.company }}">x</mj-button>',
    '<mj-text><p style="color: {{ person.company }}">x</p></mj-text>',
    "<mj-text>{{ person.nope }} {{ nothing }} {{ sender.nope }}</mj-text>",
    "<mj-text>{% if person.company %}</mj-text>",
    "<mj-text>{{ person.company | nope }}</mj-text>",
    "<mj-text>{% nope %}</mj-text>",
    "<mj-text>a &nosuch; < b</mj-text>",
    '<mj-text>{{ "a" | times: 99 }}{% for i in (1..999999) %}{% for j in (1..9999) %}x{% endfor %}{% endfor %}</mj-text>',
    `<mj-text>${"é".repeat(60_000)}</mj-text>`,
  ].map((body) => emailFile({ body })),
  emailFile({ front: 'subject: "{{ person.firstName }}"' }),
  emailFile({ front: 'subject: "{{ person.nope }}"' }),
  emailFile({ front: "subject: x\ntext: x" }),
  emailFile({ front: "subject: x\npurpose: confirmation\ntext: x", footer: "<mj-text>{{ sender.postalAddress }}</mj-text>" }),
  emailFile({ front: "subject: x\npurpose: notice", body: "<mj-text>{{ unsubscribe_url }}</mj-text>" }),
  emailFile({ footer: "<mj-text>x</mj-text>" }),
  emailFile({}).replace("</mjml>", "</mj-body></mjml>"),
  emailFile({}).replace("</mjml>", ""),
  emailFile({}).replace("</mjml>", "</mjml></mjml>"),
];

const badConditions = [
  "x".repeat(2_001),
  "",
  "person.company",
  "nothingAtAll == 1",
  "persn.company == 'x'",
  "person.compny == 'x'",
  "person.nothingAtAll == 'x'",
  "score.nothingAtAll == 1.0",
  "score.fit == 1",
  "score.fit + 1 > 2.0",
  "person.company > 5.0",
  "person.company.matches('x')",
  "person.known.exists(a, person.known.exists(b, person.known.exists(c, a == b)))",
  "person.company == 'a",
  "person.company = 'a'",
  "(true",
  "true ? true",
  "person.company == 'a\nb'",
  'person.company == "\\q"',
  'person.company == "\\u12"',
  'person.company == "\\x1"',
  'person.company == "\\9"',
  'person.company == "\\777"',
  'person.company == """a',
  "if == 1",
  "0x == 1",
  "person.company && true",
  "size(person)",
  "person.company.foo()",
  "person.company[0] == 'a'",
  "person.known['a'] == 'a'",
  "[1, 'a'] == []",
  "{1: 2, 'a': 3} == {}",
  "{1: 2, 2: 'a'} == {}",
  "person.known.exists(1, true)",
  "person.known.all(x, x)",
  "person.company.all(x, true)",
  "has(person)",
  "1 ? true : false",
  "true ? 1 : 'a'",
  "(".repeat(60),
  "person.?company == 1",
  "!person.company",
];

const badPatterns = ["x".repeat(201), "a)", "a{x}", "a{201}", "a{5,2}", "[a", "\\k", "*", "(?=a)", "(a", "[z-a]", "((a{200}){200}){200}"];

const badYaml = [
  "a: *b",
  "a: &x *y",
  "a: &",
  "a: &b &c d",
  "a: !a !b c",
  "a: !!map [1]",
  "%TAG x\n---\na: 1",
  'a: "\\q"',
  "a:\n  b: 1\n c: 2",
  "a:\n    b: 1\n   c: 2",
  "a: @x",
  "a: b: c",
  "a: [\n- b\n]",
  "a: {\n- b\n}",
  "a: 1\na: 2",
  `${"x".repeat(1_100)}: 1`,
  "{a: 1 b: 2}",
  "a\nb: c",
  "b: 1\nc",
  "a: 1\n---\nb: 2",
  `a: ${"[".repeat(2_000)}`,
  "a:\n\tb: 1",
  "a: b]\n}",
  "a: [1]]",
  'a: "open',
  "a: 'open",
  `a: &a [x]\n${Array.from({ length: 80 }, (_, index) => `k${index}: *a`).join("\n")}`,
  "a: &a\n  b: *a",
  `a: ${"x".repeat(500_001)}`,
];

/** Values that have not the shape a schema wants, in every way that ours can want something. */
const shapes = z.strictObject({
  text: z.string().min(2).max(3),
  form: z.string().regex(/^[a-z]+$/),
  whole: z.int().min(2).max(3),
  over: z.number().positive(),
  under: z.number().negative(),
  flag: z.boolean(),
  list: z.array(z.string()).min(1).max(2),
  one: z.literal("one"),
  some: z.enum(["a", "b"]),
  either: z.union([z.string(), z.boolean()]),
  kind: z.discriminatedUnion("on", [z.strictObject({ on: z.literal("a") }), z.strictObject({ on: z.literal("b") })]),
  mail: z.email(),
  page: z.url(),
  day: z.iso.date(),
  names: z.record(z.string().regex(/^[a-z]+$/), z.number()),
});
const badShapes = [
  "{ text: 1, form: A1, whole: 1, over: 0, under: 0, flag: x, list: [], one: two, some: c, either: 1, kind: { on: c } }",
  "{ text: x, form: [], whole: 9, over: x, list: [a, b, c], kind: x, mail: x, page: x, day: x, names: { A: 1, b: x }, more: 1 }",
  "{ text: xxxx, whole: 1.5, flag: null, list: {}, names: [], one: x, more: 1, most: 2 }",
  "[]",
  "",
];

/** Everything that a corpus of bad files, conditions and patterns is told. */
export function everythingToldOf(): readonly DefinitionProblem[] {
  const declarations = { company: { type: "text" as const, label: { fr: "X", en: "X" } } };
  const placed = (problem: string, remedy: string): DefinitionProblem => ({ file: "", field: "", problem, remedy });
  const attributes = compileTemplates(shippedFiles(), { variant: unread });
  const definitions = attributes.kind === "ok" ? attributes.definitions : [];
  const need = { type: "choice" as const, label: { fr: "X", en: "X" } };
  return [
    ...badFiles.flatMap(filesWith),
    ...badEmails.flatMap((text) => {
      const result = compiled(text);
      return result.kind === "problems" ? result.problems : [];
    }),
    ...badConditions.flatMap((text) => {
      const checked = checkCondition(text, declarations, "person");
      return checked.kind === "problem" ? [placed(checked.problem, checked.remedy)] : [];
    }),
    ...badPatterns.flatMap((text) => {
      const parsed = parsePattern(text);
      return parsed.kind === "problem" ? [placed(parsed.problem, "take it out")] : [];
    }),
    ...badYaml.flatMap((text) => problemsOf(text, z.unknown())),
    ...badShapes.flatMap((text) => problemsOf(text, shapes)),
    ...refusedSchemaChanges({ need }, {}, definitions),
    ...refusedSchemaChanges({ need }, { need: { ...need, type: "text" } }, definitions),
  ];
}

function problemsOf(text: string, schema: z.ZodType): readonly DefinitionProblem[] {
  const read = readYaml("x.yaml", text, schema);
  return read.kind === "problems" ? read.problems : [];
}
