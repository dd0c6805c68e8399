/** What a function may read from its environment. The stacks and the local runtime must give each of these a value, if an empty one. */
export const environmentNames = [
  "TABLE",
  "BUS",
  "CONFIGURATION_SET",
  "PUBLIC_URL",
  "INBOX",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OWNER_EMAIL",
] as const;
export type EnvironmentName = (typeof environmentNames)[number];

/** What a function may do, in the words of this product; `stacks/` turns each into the narrowest policy that allows it. */
export type Permission = "table:read-write" | "bus:put" | "mail:send" | "mail:status" | "inbox:read";

/** An EventBridge event pattern, as the service defines it. */
export type EventPattern = Readonly<Record<string, unknown>>;

export type TriggerDeclaration =
  | { readonly kind: "http"; readonly routes: readonly string[] }
  | { readonly kind: "schedule"; readonly rate: string }
  | { readonly kind: "event"; readonly bus: "default" | "relance"; readonly pattern: EventPattern }
  | { readonly kind: "inbound-mail" };

/** A file or folder that is deployed beside the function's code, under the name `to`. */
export interface AssetDeclaration {
  readonly from: string;
  readonly to: string;
  /** What to do where it is missing. */
  readonly remedy: string;
}

/**
 * One Lambda function, declared once. `errorImpact` says whom a failure hurts: alarms and the runbook are made from it.
 */
export interface FunctionDeclaration {
  readonly name: string;
  readonly entry: string;
  readonly errorImpact: string;
  readonly trigger: TriggerDeclaration;
  readonly environment: readonly EnvironmentName[];
  readonly permissions: readonly Permission[];
  readonly assets?: readonly AssetDeclaration[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
}
