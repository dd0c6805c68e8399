import { liquidPiece } from "./mask-liquid.ts";
import { mjmlElements } from "./mjml-elements.ts";

/** Something wrong at a place of an e-mail's MJML; `index` counts its characters. */
export interface Finding {
  readonly index: number;
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Deeper nesting makes the MJML compiler trap, and its WebAssembly instance is lost with it. */
const deepest = 30;

/** Stands for each character of Liquid, so that markup can be read without it and places stay what they are. */
const veil = "\ue000";

const tag = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const attribute = /([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/g;

const voidElements = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"]);
const unwelcome = new Set(["script", "iframe", "object", "embed", "form", "input", "mj-include", "base"]);

interface Tag {
  readonly index: number;
  readonly name: string;
  readonly attributes: string;
  readonly kind: "opens" | "closes" | "stands alone";
}

/**
 * What the MJML compiler would swallow or misread, and what a mail must never have: elements left open, unknown or active
 * ones, links that a stranger's words could begin, pictures without words for those who do not see them.
 */
export function checkMarkup(mjml: string): readonly Finding[] {
  const veiled = mjml.replace(liquidPiece, (piece) => piece.replace(/[^\n]/g, veil));
  const tags = [...veiled.matchAll(tag)].flatMap(({ index, 0: whole, 1: slash, 2: name, 3: attributes = "" }): Tag[] =>
    name === undefined
      ? []
      : [{ index, name, attributes, kind: slash === "/" ? "closes" : whole.endsWith("/>") ? "stands alone" : "opens" }],
  );
  return [
    ...nestingOf(tags),
    ...tags.filter(({ kind }) => kind !== "closes").flatMap((found) => [...elementOf(found), ...attributesOf(found, mjml)]),
    ...stylesOf(veiled, mjml),
  ];
}

/** The first element that is closed in the wrong place, left open, or too deep: what follows it would only repeat it. */
function nestingOf(tags: readonly Tag[]): readonly Finding[] {
  const open: Tag[] = [];
  for (const here of tags) {
    const { index, name } = here;
    if (here.kind === "opens") {
      if (voidElements.has(name))
        return [{ index, field: name, problem: `<${name}> is not closed, as MJML asks`, remedy: `write <${name} />` }];
      open.push(here);
      if (open.length > deepest)
        return [{ index, field: name, problem: `elements are nested more than ${deepest} deep`, remedy: "take some out" }];
    }
    if (here.kind !== "closes") continue;
    const last = open.pop();
    if (last?.name !== name) {
      const problem = last === undefined ? `</${name}> closes nothing` : `</${name}> stands where </${last.name}> should`;
      return [{ index, field: name, problem, remedy: "close elements in the reverse order of opening them" }];
    }
  }
  return open.slice(-1).map(({ index, name }) => ({ index, field: name, problem: `<${name}> is never closed`, remedy: `add </${name}>` }));
}

function elementOf({ index, name, attributes }: Tag): readonly Finding[] {
  if (unwelcome.has(name)) return [{ index, field: name, problem: `a mail may have no <${name}>`, remedy: "take it out" }];
  if (name.startsWith("mj") && !mjmlElements.has(name))
    return [{ index, field: name, problem: `MJML has no <${name}>`, remedy: "check the spelling (documentation.mjml.io)" }];
  if ((name === "mj-image" || name === "img") && !/\balt\s*=/.test(attributes)) {
    const remedy = 'add alt="…", or alt="" if it only decorates';
    return [{ index, field: "alt", problem: "the picture has no words for those who do not see it", remedy }];
  }
  return [];
}

function attributesOf({ index, name, attributes }: Tag, mjml: string): readonly Finding[] {
  const findings: Finding[] = [];
  const start = index + 1 + name.length;
  if (attributes.replace(attribute, "").includes(veil)) {
    const remedy = "put it inside the quotes of an attribute, or around the whole element";
    findings.push({ index, field: name, problem: "Liquid stands among the attributes", remedy });
  }
  for (const found of attributes.matchAll(attribute)) {
    const [whole, key = "", quoted = ""] = found;
    const at = start + found.index;
    const liquid = mjml.slice(at, at + whole.length).match(liquidPiece) ?? [];
    findings.push(...attributeOf(at, key.toLowerCase(), quoted.slice(1, -1).trim(), liquid));
  }
  return findings;
}

const trusted = /^\{\{-?\s*(unsubscribe_url|sender\.website|notice\.personUrl|confirmation\.url)\s*-?\}\}$/;
const filtered = /\|\s*safe_url\s*-?\}\}$/;
const safe = (output: string): boolean => trusted.test(output) || filtered.test(output);
const ownAddress = new RegExp(`^(https?://[^/?#${veil}]+([/?#]|$)|mailto:|tel:|#)`, "i");

function attributeOf(index: number, key: string, value: string, liquid: readonly string[]): readonly Finding[] {
  if (key.startsWith("on")) return [{ index, field: key, problem: "a mail may run nothing", remedy: "take it out" }];
  if (key === "style" && liquid.some(saysPerson)) return [strangerInStyle(index)];
  if (!["href", "src", "action", "background", "background-url"].includes(key) || ownAddress.test(value)) return [];
  const outputs = liquid.filter((piece) => piece.startsWith("{{"));
  const [first] = outputs;
  if (first === undefined) {
    const words = value.replaceAll(veil, "");
    if (ownAddress.test(words)) return [];
    return [{ index, field: key, problem: `${words} is no web or mail address`, remedy: "begin it with https://, mailto: or tel:" }];
  }
  if (value.startsWith(veil) && outputs.every(safe)) return [];
  if (safe(first) && new RegExp(`^${veil}+[/?#]`).test(value)) return [];
  const remedy = "end it with the filter safe_url and nothing before it, as {{ person.website | safe_url }}";
  return [{ index, field: key, problem: "a link begins with a value somebody else wrote", remedy }];
}

function stylesOf(veiled: string, mjml: string): readonly Finding[] {
  return [...veiled.matchAll(/<(mj-style|style)\b[\s\S]*?<\/\1>/g)].flatMap(({ index, 0: whole }) => {
    const liquid = mjml.slice(index, index + whole.length).match(liquidPiece) ?? [];
    return liquid.some(saysPerson) ? [strangerInStyle(index)] : [];
  });
}

function saysPerson(piece: string): boolean {
  return piece.startsWith("{{") && /\bperson\b/.test(piece);
}

function strangerInStyle(index: number): Finding {
  const remedy = "choose between styles of your own with {% if %}";
  return { index, field: "style", problem: "a style is filled in with a value somebody else wrote", remedy };
}
