/** The key all tokens are derived from, made once by the first who needs it; and what opens others' doors. */
export interface SecretStore {
  rootKey(candidate: () => Uint8Array): Promise<Uint8Array>;
  /** The secret by which a form's check against machines is verified at its provider; undefined where none was given. */
  challengeSecret(form: string): Promise<string | undefined>;
  /** Keeps it, over one that stood; undefined takes it away. */
  setChallengeSecret(form: string, secret: string | undefined): Promise<void>;
}
