import { type Field, fieldLabel, type FieldType, isGroup } from "#core/form/field.ts";
import { textIn } from "#core/form/text-in.ts";
import { type Html, html } from "#functions/http/html.ts";
import { fillsIn } from "./autocomplete.ts";
import { pageTexts } from "./page-texts.ts";
import { problemText } from "./problem-texts.ts";
import { asksOnlyEmail, type ShownForm } from "./shown-form.ts";

/** A field on its page: what is wrong with it, if anything, and the ids of what explains it. */
interface Shown {
  readonly field: Field;
  readonly page: ShownForm;
  readonly label: string;
  readonly wrong: string | undefined;
  readonly isRequired: boolean;
}

/** How the on-screen keyboard should be; the browser checks nothing, we say what is wrong better. */
const inputTypes: Partial<Readonly<Record<FieldType, string>>> = { email: "email", tel: "tel", date: "date", url: "url" };

/** One field with its label, what was typed into it, and what is wrong with it. */
export function fieldHtml(field: Field, page: ShownForm): Html {
  const problem = page.problems.find((candidate) => candidate.field === field.name);
  const shown: Shown = {
    field,
    page,
    label: fieldLabel(field, page.language),
    wrong: problem === undefined ? undefined : problemText(problem, page.language),
    isRequired: field.required || field.type === "email",
  };
  if (isGroup(field)) return groupHtml(shown);
  if (field.type === "checkbox") return loneBoxHtml(shown);
  return html`<div class="${classOf("field", shown)}">
<label for="${field.name}">${labelHtml(shown)}</label>
${helpHtml(shown)}${controlHtml(shown)}
${errorHtml(shown)}
</div>`;
}

function classOf(name: string, { wrong }: Shown): string {
  return wrong === undefined ? name : `${name} invalid`;
}

function labelHtml({ label, isRequired, page }: Shown): Html {
  const isPlain = isRequired || asksOnlyEmail(page.form);
  return html`${label}${!isPlain && html` <span class="optional">(${pageTexts(page.language).optional})</span>`}`;
}

function helpHtml({ field, page }: Shown): Html | undefined {
  return (
    field.help &&
    html`<p class="help" id="${field.name}-help">${textIn(field.help, page.language)}</p>
`
  );
}

function errorHtml({ field, wrong }: Shown): Html | undefined {
  return wrong === undefined ? undefined : html`<p class="error" id="${field.name}-error">${wrong}</p>`;
}

/** What a control is explained by, and whether it has to be mended. */
function explainedHtml({ field, wrong }: Shown): Html {
  const by = [...(field.help ? [`${field.name}-help`] : []), ...(wrong === undefined ? [] : [`${field.name}-error`])].join(" ");
  return html`${wrong !== undefined && html` aria-invalid="true"`}${by !== "" && html` aria-describedby="${by}"`}`;
}

function controlHtml(shown: Shown): Html {
  const { field, page, isRequired } = shown;
  const value = page.values.find(([name]) => name === field.name)?.[1] ?? "";
  const token = fillsIn(field);
  const hint = field.placeholder && textIn(field.placeholder, page.language);
  const shared = html`id="${field.name}" name="${field.name}"${token !== undefined && html` autocomplete="${token}"`}${isRequired && html` required`}${explainedHtml(shown)}`;
  const typed = html`${shared}${field.maxLength !== undefined && html` maxlength="${field.maxLength}"`}${hint && html` placeholder="${hint}"`}`;
  if (field.choices !== undefined) return selectHtml(field.choices, shared, value, page);
  if (field.type === "textarea")
    return html`<textarea ${typed} rows="5">
${value}</textarea>`;
  if (field.type === "number") return html`<input type="text" inputmode="decimal" ${typed} value="${value}">`;
  const bounds =
    field.type === "date" &&
    html`${field.min !== undefined && html` min="${field.min}"`}${field.max !== undefined && html` max="${field.max}"`}`;
  return html`<input type="${inputTypes[field.type] ?? "text"}" ${typed}${bounds} value="${value}">`;
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

/** A question with a control for each answer: a group with a name of its own (WCAG 1.3.1). The first control bears the field's own id, where the summary leads. */
function groupHtml(shown: Shown): Html {
  const { field, page, isRequired } = shown;
  const isRadio = field.type === "radio";
  const chosen = new Set(page.values.flatMap(([name, value]) => (name.replace(/\[\]$/, "") === field.name ? [value] : [])));
  const controls = (field.choices ?? []).map(({ value, label }, index) => {
    const id = index === 0 ? field.name : `${field.name}-${index}`;
    return html`<div class="box"><input type="${field.type}" id="${id}" name="${field.name}" value="${value}"${chosen.has(value) && html` checked`}${isRadio && isRequired && html` required`}><label for="${id}">${textIn(label, page.language)}</label></div>
`;
  });
  return html`<fieldset class="${classOf("field", shown)}"${isRadio && html` role="radiogroup"`}${explainedHtml(shown)}><legend>${labelHtml(shown)}</legend>
${helpHtml(shown)}${controls}${errorHtml(shown)}
</fieldset>`;
}

function loneBoxHtml(shown: Shown): Html {
  const { field, page, isRequired } = shown;
  const ticked = page.values.some(([name, value]) => name === field.name && value === "yes");
  return html`<div class="${classOf("field", shown)}"><div class="box"><input type="checkbox" id="${field.name}" name="${field.name}" value="yes"${ticked && html` checked`}${isRequired && html` required`}${explainedHtml(shown)}><label for="${field.name}">${shown.label}</label></div>
${helpHtml(shown)}${errorHtml(shown)}
</div>`;
}
