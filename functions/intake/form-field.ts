import { textIn } from "#core/form/text-in.ts";
import type { Form } from "#core/form/form.ts";
import { type Html, html } from "#functions/http/html.ts";
import { pageTexts } from "./page-texts.ts";
import { asksOnlyEmail, type ShownForm } from "./shown-form.ts";

type Field = Form["fields"][number];

/** What browsers may fill in for the person (HTML standard, autofill; WCAG 1.3.5). */
const autocomplete: Readonly<Record<string, string>> = {
  email: "email",
  firstName: "given-name",
  lastName: "family-name",
  fullName: "name",
  company: "organization",
  phone: "tel",
};

/** One field with its label, what was typed into it, and what is wrong with it. */
export function fieldHtml(field: Field, page: ShownForm): Html {
  const { language, problem } = page;
  const wrong = problem?.field === field.name ? pageTexts(language).problems[problem.code] : undefined;
  const label = textIn(field.label, language);
  if (field.type === "checkbox" && field.choices === undefined) return boxHtml(field, label, page);
  const isPlain = field.required || field.type === "email" || asksOnlyEmail(page.form);
  const optional = isPlain ? undefined : html` <span class="optional">(${pageTexts(language).optional})</span>`;
  return html`<div class="${wrong === undefined ? "field" : "field invalid"}">
<label for="${field.name}">${label}${optional}</label>
${controlHtml(field, page, wrong)}
${wrong !== undefined && html`<p class="error" id="${field.name}-error">${wrong}</p>`}
</div>`;
}

function controlHtml(field: Field, page: ShownForm, wrong: string | undefined): Html {
  const value = page.values.find(([name]) => name === field.name)?.[1] ?? "";
  const shared = html`id="${field.name}" name="${field.name}"${attributesHtml(field, wrong)}`;
  if (field.choices !== undefined) return selectHtml(field.choices, shared, value, page);
  if (field.type === "textarea")
    return html`<textarea ${shared} rows="5">
${value}</textarea>`;
  return html`<input type="${field.type === "email" || field.type === "tel" ? field.type : "text"}" ${shared} value="${value}">`;
}

function attributesHtml(field: Field, wrong: string | undefined): Html {
  const filledBy = autocomplete[field.attribute ?? field.name] ?? (field.type === "email" ? "email" : undefined);
  const required = field.required || field.type === "email";
  return html`${filledBy !== undefined && html` autocomplete="${filledBy}"`}${required && html` required`}${wrong !== undefined && html` aria-invalid="true" aria-describedby="${field.name}-error"`}`;
}

function selectHtml(choices: NonNullable<Field["choices"]>, shared: Html, value: string, page: ShownForm): Html {
  const options = choices.map(
    (
      choice,
    ) => html`<option value="${choice.value}"${choice.value === value && html` selected`}>${textIn(choice.label, page.language)}</option>
`,
  );
  return html`<select ${shared}>
<option value="">${pageTexts(page.language).choose}</option>
${options}</select>`;
}

function boxHtml(field: Field, label: string, { values }: ShownForm): Html {
  const ticked = values.some(([name, value]) => name === field.name && value === "yes");
  return html`<div class="box"><input type="checkbox" id="${field.name}" name="${field.name}" value="yes"${ticked && html` checked`}><label for="${field.name}">${label}</label></div>`;
}
