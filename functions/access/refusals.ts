/** How each kind of refusal is answered: nothing known of the caller, known and not of the team, or nobody to ask. */
export const refusals = {
  refused: { status: 401, code: "unauthorized", title: "Not authorised" },
  "not-a-member": { status: 403, code: "not-a-member", title: "Not in the team" },
  unreachable: { status: 503, code: "identity-provider-unreachable", title: "The identity provider cannot be asked" },
} as const;
