import type { AttributeValue } from "#core/person/attribute.ts";
import type { Email, EmailVariant } from "./email.ts";
import { createEngine, type Flavour, type ParsedTemplate, type TemplateEngine } from "./liquid.ts";
import type { Scope } from "./scope.ts";
import { clip, holdsAddress, oneLine, stripControls, stripControlsButLines } from "./tidy-text.ts";

/** A mail filled in for one person. `data` is what it said of them: with its version, enough to show it again as it was. */
export interface RenderedEmail {
  readonly locale: string;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  readonly data: Readonly<Record<string, AttributeValue>>;
}

export interface Rendering {
  readonly email: Email;
  readonly emailVersion: number;
  /** The reader's language, BCP 47. */
  readonly locale: string;
  /** The company's languages, the default first. */
  readonly languages: readonly string[];
  readonly scope: Scope;
}

/** Renders e-mails and keeps what it has parsed; whoever makes it owns that memory. */
export interface Renderer {
  renderEmail(rendering: Rendering): RenderedEmail;
}

/** How many parsed languages of e-mails are kept before starting over. */
const mostKept = 500;

/** Longest subject, and longest value kept of what a mail said, in characters. */
const longestSubject = 250;
const longestKept = 100;

interface ParsedVariant {
  readonly engines: Readonly<Record<Flavour, TemplateEngine>>;
  readonly subject: ParsedTemplate;
  readonly preheader: ParsedTemplate;
  readonly html: ParsedTemplate;
  readonly text: ParsedTemplate;
  /** Attributes that a link is made of on purpose: they may hold an address. */
  readonly linked: ReadonlySet<string>;
}

export function createRenderer(): Renderer {
  const parsed = new Map<string, ParsedVariant>();
  const engines = new Map<string, Record<Flavour, TemplateEngine>>();
  const enginesFor = (locale: string): Record<Flavour, TemplateEngine> => {
    let known = engines.get(locale);
    if (known === undefined) engines.set(locale, (known = { html: createEngine(locale, "html"), text: createEngine(locale, "text") }));
    return known;
  };
  return {
    renderEmail: (rendering) => {
      const { email, scope } = rendering;
      const { locale, variant } = chooseVariant(rendering);
      const key = `${email.email}@${rendering.emailVersion}/${locale}`;
      let template = parsed.get(key);
      if (template === undefined) {
        if (parsed.size >= mostKept) parsed.clear();
        parsed.set(key, (template = parse(variant, enginesFor(locale))));
      }
      return fill(template, locale, variant, { ...scope, ...tidied(scope, email, template.linked) });
    },
  };
}

/** The reader's own language, else its base (`fr` of `fr-CA`), else the company's first that the e-mail has. */
function chooseVariant({ email, locale, languages }: Rendering): { readonly locale: string; readonly variant: EmailVariant } {
  const wanted = [locale, locale.split("-")[0] ?? locale, ...languages, ...Object.keys(email.variants)];
  for (const candidate of wanted) {
    const variant = Object.hasOwn(email.variants, candidate) ? email.variants[candidate] : undefined;
    if (variant !== undefined) return { locale: candidate, variant };
  }
  throw new Error(`the e-mail ${email.email} has no language at all`);
}

function parse(variant: EmailVariant, engines: ParsedVariant["engines"]): ParsedVariant {
  const template = (text: string, flavour: Flavour): ParsedTemplate => {
    const result = engines[flavour].parse(text);
    if (result.kind === "problem") throw new Error(`a published e-mail does not parse: ${result.problem}`);
    return result.template;
  };
  return {
    engines,
    subject: template(variant.subject, "text"),
    preheader: template(variant.preheader, "text"),
    html: template(variant.html, "html"),
    text: template(variant.text, "text"),
    linked: new Set([...variant.html.matchAll(/\{\{-?\s*person\.(\w+)\s*\|\s*safe_url/g)].map(([, name = ""]) => name)),
  };
}

function fill(template: ParsedVariant, locale: string, variant: EmailVariant, base: Scope): RenderedEmail {
  const { engines } = template;
  const preheader = oneLine(engines.text.render(template.preheader, { ...base }));
  const scope = { ...base, preheader };
  return {
    locale,
    subject: clip(oneLine(engines.text.render(template.subject, scope)), longestSubject),
    preheader,
    html: engines.html.render(template.html, scope),
    text: tidyLines(engines.text.render(template.text, scope)),
    data: dataOf(variant, base),
  };
}

/** Liquid leaves spaces and empty lines where a condition was not met. */
function tidyLines(text: string): string {
  return text
    .replace(/^[ \t]+|[ \t\u2003]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What people wrote, without control characters, and in marketing mail without addresses a stranger could have put there. */
function tidied(scope: Scope, email: Email, linked: ReadonlySet<string>): Pick<Scope, "person" | "notice" | "confirmation"> {
  const person: Record<string, AttributeValue | null> = {};
  for (const name in scope.person) {
    const value = scope.person[name] ?? null;
    const kept = email.purpose === "notice" || linked.has(name);
    person[name] = typeof value !== "string" ? value : holdsAddress(value) && !kept ? null : stripControls(value);
  }
  return { person, notice: withoutControls(scope.notice), confirmation: withoutControls(scope.confirmation) };
}

function withoutControls(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, stripControlsButLines(text)]));
}

function dataOf(variant: EmailVariant, scope: Scope): RenderedEmail["data"] {
  const data: Record<string, AttributeValue> = {};
  for (const variable of variant.variables) {
    const [root, name = ""] = variable.split(".");
    const value = root === "person" ? scope.person[name] : undefined;
    if (value !== null && value !== undefined) data[name] = typeof value === "string" ? clip(value, longestKept) : value;
  }
  return data;
}
