import * as z from "zod";
import { signInEnvironment } from "#functions/access/sign-in.ts";

/** Where AWS is: absent on AWS, the local emulators' address on a laptop. */
const endpoints = {
  AWS_REGION: z.string().default("eu-west-3"),
  AWS_ENDPOINT_URL: z.string().optional(),
  DYNAMODB_ENDPOINT_URL: z.string().optional(),
};

/** Configuration of a function that reads and writes the table and puts events on the bus. */
export const baseConfig = z.object({ ...endpoints, TABLE: z.string(), BUS: z.string() });
export type BaseConfig = z.infer<typeof baseConfig>;

/** Configuration of a function that also sends mail. `PUBLIC_URL` is where unsubscribe links lead. */
export const mailConfig = baseConfig.extend({ CONFIGURATION_SET: z.string(), PUBLIC_URL: z.url() });
export type MailConfig = z.infer<typeof mailConfig>;

/** Configuration of the function that answers the API: it sends mail, knows its callers, and asks who may send as whom. */
export const apiConfig = mailConfig.extend({ ...signInEnvironment, DNS_SERVER: z.string().optional() });
export type ApiConfig = z.infer<typeof apiConfig>;

/** Configuration of the function that publishes definitions: it speaks to the table, sends tests to the team, and knows its callers. */
export const publishConfig = z.object({ ...endpoints, TABLE: z.string(), CONFIGURATION_SET: z.string(), ...signInEnvironment });

/** Configuration of the function that shows the console: its page may speak to whoever people sign in with. */
export const consoleConfig = z.object({ OIDC_ISSUER: signInEnvironment.OIDC_ISSUER });
