import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";

/** Where AWS is, as every client of it wants to know. A local endpoint needs no credentials that mean anything. */
export function awsClientOptions(config: { readonly AWS_REGION: string; readonly AWS_ENDPOINT_URL?: string | undefined }) {
  const requestHandler = {
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 128 }),
    httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: 128 }),
  };
  if (config.AWS_ENDPOINT_URL === undefined) return { region: config.AWS_REGION, requestHandler };
  return {
    region: config.AWS_REGION,
    requestHandler,
    endpoint: config.AWS_ENDPOINT_URL,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
}
