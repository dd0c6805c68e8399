import { Liquid, LiquidError, type Template } from "liquidjs/dist/liquid.browser.mjs";
import { createFormats, type Formats } from "./formats.ts";
import { liquidTags, plainLiquidFilters } from "./liquid-words.ts";
import { safeUrl } from "./safe-url.ts";

/**
 * The one module that knows LiquidJS. Templates are written by marketers and filled with what strangers typed into forms,
 * so an engine has no files, no globals, few tags and filters, and limits on everything.
 */
export type ParsedTemplate = readonly Template[];

/** What a text is for: HTML is escaped as it is filled in, plain text is not. */
export type Flavour = "html" | "text";

/** Where a template fails, and why. */
export interface TemplateProblem {
  readonly problem: string;
  readonly line?: number;
  readonly column?: number;
}

export type Parsed =
  | { readonly kind: "ok"; readonly template: ParsedTemplate; readonly variables: readonly string[] }
  | ({ readonly kind: "problem"; readonly filters: readonly string[] } & TemplateProblem);

export interface TemplateEngine {
  parse(text: string): Parsed;
  /** Throws where a published template fails on this scope: a fault, for publishing has tried it. */
  render(template: ParsedTemplate, scope: Readonly<Record<string, unknown>>): string;
}

/** Longest template and longest result, in characters: ten times what Gmail shows of a mail before it clips. */
const longestTemplate = 400_000;
const longestResult = 1_000_000;

/** Longest rendering, in milliseconds: a thousand times what a real mail takes, on a machine that does other things too. */
const longestRender = 500;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

export function createEngine(locale: string, flavour: Flavour): TemplateEngine {
  const formats = createFormats(locale);
  const engine = new Liquid({
    outputEscape: outputOf(formats, flavour),
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    parseLimit: longestTemplate,
    renderLimit: longestRender,
    memoryLimit: 5_000_000,
    templates: {},
    cache: false,
    relativeReference: false,
  });
  for (const name of Object.keys(engine.tags)) if (!isTag(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!plainLiquidFilters.includes(name)) delete engine.filters[name];
  // What is filled in is escaped anyway: the filter marketers know from elsewhere must not do it twice.
  engine.registerFilter("escape", (value: unknown) => value);
  engine.registerFilter("number", formats.number);
  engine.registerFilter("money", formats.money);
  engine.registerFilter("date", formats.date);
  engine.registerFilter("safe_url", safeUrl);
  return {
    parse: (text) => {
      try {
        const template = engine.parse(text);
        return { kind: "ok", template, variables: engine.globalFullVariablesSync(template) };
      } catch (thrown) {
        return { kind: "problem", filters: Object.keys(engine.filters).sort(), ...problemOf(thrown) };
      }
    },
    render: (template, scope) => {
      const result = String(engine.renderSync([...template], { ...scope }));
      if (result.length > longestResult)
        throw new RangeError(`a rendered template has ${result.length} characters, more than ${longestResult}`);
      return result;
    },
  };
}

function isTag(name: string): boolean {
  return liquidTags.some((tag) => tag === name);
}

/** Any value as a reader of the language sees it, escaped where it stands in HTML. */
function outputOf(formats: Formats, flavour: Flavour): (value: unknown) => string {
  return flavour === "text" ? formats.text : (value) => formats.text(value).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

function problemOf(thrown: unknown): TemplateProblem {
  if (!(thrown instanceof LiquidError)) return { problem: thrown instanceof Error ? thrown.message : String(thrown) };
  const [line, column] = thrown.token.getPosition();
  return {
    problem: thrown.message.replace(/, line:\d+, col:\d+$/, ""),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
