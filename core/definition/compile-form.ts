import { type Form, formSchema } from "#core/form/form.ts";
import type { AttributeDeclaration } from "#core/person/attribute.ts";
import type { Settings } from "#core/settings/settings.ts";
import { checkFormField } from "./check-form-field.ts";
import type { Compiling } from "./compiling.ts";
import { fieldOf, type PlacedPath, readYaml } from "./read-yaml.ts";

interface Reading {
  readonly form: Form;
  readonly complain: (path: readonly PropertyKey[], problem: string, remedy: string) => void;
  readonly declarations: Readonly<Record<string, AttributeDeclaration>>;
}

/** Compiles one form and answers its name; of a form that cannot be read the file's, so that a sequence is not blamed for it. */
export function compileForm(
  compiling: Compiling,
  path: string,
  text: string,
  declarations: Readonly<Record<string, AttributeDeclaration>>,
  settings: Settings | undefined,
): string {
  const read = readYaml(path, text, formSchema);
  if (read.kind === "problems") {
    compiling.complain(...read.problems);
    return path.replace(/^.*\/|\.yaml$/g, "");
  }
  const form = read.value;
  const complain: Reading["complain"] = (at, problem, remedy) => {
    compiling.complain({ file: path, ...read.place(at), field: fieldOf(at), problem, remedy });
  };
  checkFields({ form, complain, declarations });
  checkNames({ form, complain, declarations });
  checkThanks({ form, complain, declarations });
  checkLanguages(compiling, path, read.place, form, settings);
  return compiling.define("form", form.form, { [path]: text }, named(form, declarations));
}

/** A thank-you page is one of the web: what else a browser would do with an address, it would do to whoever sent the form. */
function checkThanks({ form, complain }: Reading): void {
  const { url } = form.thankYou;
  if (url !== undefined && !/^https?:\/\/[^\s"'<>\\]+$/i.test(url)) {
    complain(["thankYou", "url"], `${url} is not the address of a page`, "write it in full, as https://example.com/thanks");
  }
}

function checkFields({ form, complain, declarations }: Reading): void {
  const addresses = form.fields.flatMap(({ type }, index) => (type === "email" ? [index] : []));
  if (addresses.length === 0) complain(["fields"], "the form asks for no e-mail address", "add a field of type email");
  for (const index of addresses.slice(1)) {
    complain(["fields", index, "type"], "there are two fields of type email: whose address would it be?", "make one of them text");
  }
  form.fields.forEach((field, index) => {
    checkFormField(field, declarations, (path, problem, remedy) => complain(["fields", index, ...path], problem, remedy));
  });
}

/** A hidden field that has the name of an attribute fills it, as any other; else it says something about the arrival alone. */
function named(form: Form, declarations: Reading["declarations"]): Form {
  const fields = form.fields.map((field) =>
    field.type === "hidden" && field.attribute === undefined && Object.hasOwn(declarations, field.name)
      ? { ...field, attribute: field.name }
      : field,
  );
  return { ...form, fields };
}

/** One name, one meaning: a field, the trap for machines and the consent must not answer for each other. */
function checkNames({ form, complain }: Reading): void {
  const names = form.fields.map(({ name }) => name);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) complain(["fields", index, "name"], `there are two fields ${name}`, "give one of them another name");
  });
  if (names.includes(form.honeypot))
    complain(["honeypot"], `${form.honeypot} is a field people see`, "choose a name that no field has, as website");
  if (form.consent.field === form.honeypot) complain(["honeypot"], "the consent and the trap have the same name", "choose another name");
  const { measurement } = form;
  if (measurement !== undefined && [form.honeypot, form.consent.field, ...names].includes(measurement.field)) {
    complain(
      ["measurement", "field"],
      `${measurement.field} means something else in this form`,
      "choose another name: each agreement has a box of its own",
    );
  }
}

function checkLanguages(compiling: Compiling, file: string, place: PlacedPath, form: Form, settings: Settings | undefined): void {
  const want = (path: readonly PropertyKey[], texts: Readonly<Record<string, string>>): void =>
    compiling.wantLanguages(file, place, path, texts, settings);
  want(["title"], form.title);
  form.fields.forEach(({ choices = [], pattern, ...field }, index) => {
    for (const part of ["label", "help", "placeholder"] as const) {
      const texts = field[part];
      if (texts !== undefined) want(["fields", index, part], texts);
    }
    if (pattern !== undefined) want(["fields", index, "pattern", "message"], pattern.message);
    choices.forEach((choice, which) => {
      want(["fields", index, "choices", which, "label"], choice.label);
    });
  });
  want(["consent", "text"], form.consent.text);
  if (form.measurement !== undefined) want(["measurement", "text"], form.measurement.text);
  want(["thankYou", "title"], form.thankYou.title);
  want(["thankYou", "text"], form.thankYou.text);
}
