import type { Field } from "#core/form/field.ts";

/** What browsers may fill in for the person, by attribute (HTML standard, autofill; WCAG 1.3.5). */
const byAttribute: Readonly<Record<string, string>> = {
  email: "email",
  firstName: "given-name",
  lastName: "family-name",
  fullName: "name",
  company: "organization",
  jobTitle: "organization-title",
  phone: "tel",
  postcode: "postal-code",
  postalCode: "postal-code",
  city: "address-level2",
  country: "country-name",
  website: "url",
};

/** The autofill token of a field; undefined where it asks for nothing a browser knows. */
export function fillsIn({ attribute, name, type }: Field): string | undefined {
  return byAttribute[attribute ?? name] ?? (type === "email" || type === "tel" ? type : undefined);
}
