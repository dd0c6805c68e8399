import type { AttributeDeclaration } from "#core/person/attribute.ts";
import { type ConditionNode, celEnvironment, type ConditionScope } from "./cel.ts";
import type { Condition } from "./condition.ts";

export type ConditionLanguage = "en" | "fr";

/** Names and values of a condition as people call them: of `person`, an attribute's label and its choices. */
export interface ConditionWords {
  readonly language: ConditionLanguage;
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
  readonly scope: ConditionScope;
  /** What else has a name: `stage.proposal`, `qualification.budget`, `event.link`. */
  readonly nameOf: (path: string) => string | undefined;
}

const words = {
  en: {
    and: " and ",
    or: " or ",
    is: "is",
    isNot: "is not",
    anyOf: "is one of",
    known: "is known",
    unknown: "is not known",
    contains: "contains",
    startsWith: "starts with",
    endsWith: "ends with",
    has: "holds",
    not: (inner: string) => `not (${inner})`,
    more: "is more than",
    atLeast: "is at least",
    less: "is less than",
    atMost: "is at most",
    quoted: (text: string) => `“${text}”`,
    always: "always",
    never: "never",
  },
  fr: {
    and: " et ",
    or: " ou ",
    is: "est",
    isNot: "n’est pas",
    anyOf: "est l’un de",
    known: "est renseigné",
    unknown: "n’est pas renseigné",
    contains: "contient",
    startsWith: "commence par",
    endsWith: "finit par",
    has: "comprend",
    not: (inner: string) => `sauf si ${inner}`,
    more: "dépasse",
    atLeast: "vaut au moins",
    less: "est sous",
    atMost: "ne dépasse pas",
    quoted: (text: string) => `« ${text} »`,
    always: "toujours",
    never: "jamais",
  },
} as const;

/** A condition as a sentence; nothing where it goes beyond the everyday part of CEL, or cannot be read: then its text is shown. */
export function conditionInWords(condition: Condition, how: ConditionWords): string | undefined {
  try {
    return new Teller(how).say(celEnvironment(how.declarations, how.scope).parse(condition).ast);
  } catch {
    return undefined;
  }
}

class Teller {
  private readonly how: ConditionWords;
  constructor(how: ConditionWords) {
    this.how = how;
  }

  say(node: ConditionNode): string | undefined {
    const { is, isNot, more, atLeast, less, atMost, not, always, never } = words[this.how.language];
    switch (node.op) {
      case "value":
        return node.args === true ? always : node.args === false ? never : undefined;
      case "id":
      case ".":
        return this.name(node);
      case "&&":
      case "||":
        return this.joined(node.op, node.args);
      case "!_": {
        const inner = this.say(node.args);
        return inner === undefined ? undefined : (this.how.nameOf(`!${pathOf(node.args) ?? ""}`) ?? not(inner));
      }
      case "==":
        return this.compared(node.args, is);
      case "!=":
        return this.compared(node.args, isNot);
      case ">":
        return this.compared(node.args, more);
      case ">=":
        return this.compared(node.args, atLeast);
      case "<":
        return this.compared(node.args, less);
      case "<=":
        return this.compared(node.args, atMost);
      case "in":
        return this.member(node.args);
      case "rcall":
        return this.called(node.args);
      default:
        return undefined;
    }
  }

  /** `a && (b || c)` keeps its brackets: they are part of what it means. */
  private joined(op: "&&" | "||", parts: readonly [ConditionNode, ConditionNode]): string | undefined {
    const said = parts.map((part) => {
      const inner = this.say(part);
      return inner !== undefined && op === "&&" && part.op === "||" ? `(${inner})` : inner;
    });
    const word = words[this.how.language][op === "&&" ? "and" : "or"];
    return said.every((one) => one !== undefined) ? said.join(word) : undefined;
  }

  private compared([one, other]: readonly [ConditionNode, ConditionNode], verb: string): string | undefined {
    const { known, unknown, is, isNot } = words[this.how.language];
    const name = this.name(one);
    const value = literalOf(other);
    if (name === undefined || value === undefined) return undefined;
    if (value === "" && (verb === is || verb === isNot)) return `${name} ${verb === is ? unknown : known}`;
    return `${name} ${verb} ${this.value(one, value)}`;
  }

  private member([item, list]: readonly [ConditionNode, ConditionNode]): string | undefined {
    const { anyOf, is, has, quoted } = words[this.how.language];
    if (list.op !== "list") {
      const [value, name] = [literalOf(item), this.name(list)];
      return value === undefined || name === undefined ? undefined : `${name} ${has} ${quoted(String(value))}`;
    }
    const name = this.name(item);
    const values = list.args.map(literalOf);
    if (name === undefined || values.some((value) => value === undefined)) return undefined;
    const said = values.map((value) => this.value(item, value ?? ""));
    const or = new Intl.ListFormat(this.how.language, { type: "disjunction" });
    return `${name} ${said.length === 1 ? is : anyOf} ${or.format(said)}`;
  }

  private called([method, object, args]: readonly [string, ConditionNode, readonly ConditionNode[]]): string | undefined {
    const verbs = words[this.how.language];
    const name = this.name(object);
    const value = args[0] === undefined ? undefined : literalOf(args[0]);
    if (name === undefined || value === undefined) return undefined;
    return method === "contains" || method === "startsWith" || method === "endsWith"
      ? `${name} ${verbs[method]} ${verbs.quoted(String(value))}`
      : undefined;
  }

  private name(node: ConditionNode): string | undefined {
    const path = pathOf(node);
    if (path === undefined) return undefined;
    const [object, field = ""] = path.split(".");
    const label = object === "person" && Object.hasOwn(this.how.declarations, field) ? this.how.declarations[field]?.label : undefined;
    return label?.[this.how.language] ?? this.how.nameOf(path) ?? path;
  }

  private value(of: ConditionNode, value: string | number | boolean): string {
    const { language, declarations, nameOf } = this.how;
    const path = pathOf(of) ?? "";
    const [object, field = ""] = path.split(".");
    if (typeof value !== "string") return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : String(value);
    const declared = object === "person" && Object.hasOwn(declarations, field) ? declarations[field] : undefined;
    const choice = declared?.choices?.find((one) => one.value === value)?.label[language];
    return words[language].quoted(choice ?? nameOf(`${object === "qualification" ? "level" : path}.${value}`) ?? value);
  }
}

/** `person.budget` of the node that reads it; nothing of any other. */
function pathOf(node: ConditionNode): string | undefined {
  if (node.op === "id") return node.args;
  return node.op === "." && node.args[0].op === "id" ? `${node.args[0].args}.${node.args[1]}` : undefined;
}

function literalOf(node: ConditionNode): string | number | boolean | undefined {
  if (node.op === "-_") {
    const inner = literalOf(node.args);
    return typeof inner === "number" ? -inner : undefined;
  }
  if (node.op !== "value") return undefined;
  const { args } = node;
  if (typeof args === "bigint") return Number(args);
  return typeof args === "string" || typeof args === "number" || typeof args === "boolean" ? args : undefined;
}
