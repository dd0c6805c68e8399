import { readFileSync } from "node:fs";
import type { Node } from "constructs";
import { parse } from "yaml";
import * as z from "zod";
import { settingsSchema } from "#core/settings/settings.ts";

const domain = z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "a domain name in lower case, as mail.example.com");

const deploymentShape = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, "lower-case letters, digits and hyphens"),
  senderDomain: domain,
  replyDomain: domain,
  identities: z.enum(["create", "existing"]),
  publicUrl: z.url().optional(),
  alarmEmail: z.email().optional(),
  oidcIssuer: z.url().optional(),
  oidcClientId: z.string().optional(),
  ownerEmail: z.email().optional(),
  signInMail: z.enum(["cognito", "ses"]).optional(),
});

/** Half an identity provider would lock everybody out: each half is asked for with the other. */
const deploymentSchema = deploymentShape
  .refine(({ oidcIssuer, oidcClientId }) => oidcIssuer === undefined || oidcClientId !== undefined, {
    path: ["oidcClientId"],
    error: "the client that oidcIssuer knows the console by",
  })
  .refine(({ oidcIssuer, oidcClientId }) => oidcClientId === undefined || oidcIssuer !== undefined, {
    path: ["oidcIssuer"],
    error: "the issuer whose client oidcClientId is",
  })
  .refine(({ oidcIssuer, ownerEmail }) => oidcIssuer === undefined || ownerEmail !== undefined, {
    path: ["ownerEmail"],
    error: "the address of the first owner: without it nobody could come in",
  });

/**
 * What differs between two installations. `name` names the bus, the configuration sets and the receipt rule set, so that
 * two can live in one account; `identities: "existing"` leaves alone domains the account has verified already; `publicUrl`
 * is a domain of one's own in front of the API, without a final slash. `oidcIssuer` and `oidcClientId` take the place of the user
 * pool; `ownerEmail` is the first owner's address: until it is given, the console's own token opens everything.
 */
export type Deployment = z.infer<typeof deploymentSchema>;

/**
 * Reads a deployment from CDK's context (`cdk.json`, `-c key=value`). The two domains are those of the marketers'
 * settings unless the context says otherwise: what may be sent from and what is sent from do not drift apart.
 */
export function readDeployment(context: Pick<Node, "tryGetContext">, settingsFile = "templates/settings.yaml"): Deployment {
  const settings = settingsSchema.parse(parse(readFileSync(settingsFile, "utf8")));
  const said = Object.fromEntries(
    Object.keys(deploymentShape.shape)
      .map((key): [string, unknown] => [key, context.tryGetContext(key)])
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = deploymentSchema.safeParse({
    name: "relance",
    senderDomain: settings.sender.address.split("@")[1],
    replyDomain: settings.replyDomain,
    identities: "create",
    ...said,
  });
  if (read.success) return read.data;
  throw new Error(`This cannot be deployed: ${z.prettifyError(read.error)}\nGive these as context: cdk deploy -c key=value.`);
}
