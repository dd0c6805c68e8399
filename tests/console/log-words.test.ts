import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "#console/src/i18n/en.ts";
import { actionName, fieldName, subjectKinds, valueName } from "#console/src/settings/audit/names.ts";
import { bulkActSchema } from "#core/job/bulk-act.ts";

const code = ["functions/api", "functions/publish", "functions/access"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

/** Each says its own id, so that what has no words is seen. */
const say = (id: string): string => id;

describe("the log of changes", () => {
  it("has words for everything that the API enters into it", () => {
    const actions = [...code.matchAll(/\baction(?:: | = )([^;\n]+)/g)].flatMap(([, told = ""]) => told.match(/"[a-z-]+\.[a-z-]+"/g) ?? []);
    const all = [...actions.map((action) => action.slice(1, -1)), ...bulkActSchema.options.map(({ shape }) => `people.${shape.act.value}`)];

    expect(all.filter((action) => actionName(action, say) === action)).toEqual([]);
    expect(all.length).toBeGreaterThan(40);
  });

  it("has words for everything that it is about", () => {
    const kinds = [...code.matchAll(/subject: \{ kind: "([a-z-]+)"/g)].map(([, kind = ""]) => kind);

    expect(kinds.filter((kind) => !Object.hasOwn(en, `log.of.${kind}`))).toEqual([]);
    expect(subjectKinds.filter((kind) => !Object.hasOwn(en, `log.of.${kind}`))).toEqual([]);
  });

  it("names what was changed, and values that are codes; the company's own names stay", () => {
    expect(fieldName("value.amount", say)).toBe("log.field.value · log.field.amount");
    expect(fieldName("attributes.firstName", say)).toBe("log.field.attributes · firstName");
    expect(valueName("", "proposal", say, "fr-FR")).toBe("stage.proposal");
    expect(valueName("role", "sales", say, "fr-FR")).toBe("role.sales");
    expect(valueName("enabled", "true", say, "fr-FR")).toBe("person.yes");
    expect(valueName("value.amount", "1250000", say, "fr-FR")).toBe("1\u202f250\u202f000");
    expect(valueName("name", "sales", say, "fr-FR")).toBe("sales");
  });
});
