import * as z from "zod";
import type { Instant } from "#core/time/instant.ts";
import { type AwsAnswer, awsError } from "#local/aws/aws-answer.ts";
import type { SuppressionList } from "./suppression-list.ts";

const wantedSchema = z.looseObject({ EmailAddress: z.string(), Reason: z.enum(["BOUNCE", "COMPLAINT"]) });

/** The list of `GET`, `PUT` and `DELETE /v2/email/suppression/addresses`. */
export async function answerSuppression(
  list: SuppressionList,
  method: string,
  address: string | undefined,
  body: unknown,
  now: Instant,
): Promise<AwsAnswer> {
  const shown = ({ address: EmailAddress, reason: Reason, at }: ReturnType<SuppressionList["list"]>[number]) => ({
    EmailAddress,
    Reason,
    LastUpdateTime: at / 1000,
  });
  if (method === "GET" && address === undefined) return { status: 200, body: { SuppressedDestinationSummaries: list.list().map(shown) } };
  if (method === "PUT" && address === undefined) {
    const wanted = wantedSchema.safeParse(body);
    if (!wanted.success) return awsError(400, "BadRequestException", "EmailAddress and Reason (BOUNCE or COMPLAINT) are required.");
    await list.add(wanted.data.EmailAddress, wanted.data.Reason, now);
    return { status: 200, body: {} };
  }
  if (address === undefined) return awsError(404, "NotFoundException", `Nothing answers ${method} here.`);
  const found = list.find(address);
  if (found === undefined) return awsError(404, "NotFoundException", `Email address ${address} does not exist on your suppression list.`);
  if (method === "GET") return { status: 200, body: { SuppressedDestination: shown({ address, ...found }) } };
  await list.remove(address);
  return { status: 200, body: {} };
}
