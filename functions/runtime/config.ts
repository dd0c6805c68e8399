import * as z from "zod";

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

/** Configuration of the function that publishes definitions: it speaks to nobody but the table. */
export const publishConfig = z.object({ ...endpoints, TABLE: z.string() });

/** Configuration of a function that needs none. */
export const noConfig = z.object({});
