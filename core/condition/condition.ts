/** A CEL expression that passed the type check against the person's schema, as its text. Compiled where it is evaluated. */
export type Condition = string & { readonly __condition?: never };
