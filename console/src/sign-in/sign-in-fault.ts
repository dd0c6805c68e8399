/** Why a sign-in did not come to its end, as far as somebody can do something about it. */
export type SignInFaultKind = "denied" | "stale" | "clock" | "provider" | "not-a-member";

export class SignInFault extends Error {
  readonly kind: SignInFaultKind;
  constructor(kind: SignInFaultKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
