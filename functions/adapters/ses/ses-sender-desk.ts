import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  type GetEmailIdentityCommandOutput,
  type SESv2Client,
  SESv2ServiceException,
} from "@aws-sdk/client-sesv2";
import type { SenderDesk } from "#core/ports/outside.ts";
import type { CheckState, SendingIdentity } from "#core/sender/sending-account.ts";

/** The reading side of SES: what it lets us send, and what it thinks of our domain. */
export function sesSenderDesk(client: SESv2Client, region: string): SenderDesk {
  return {
    region,
    account: async () => {
      const answer = await client.send(new GetAccountCommand({}));
      return {
        isProduction: answer.ProductionAccessEnabled ?? false,
        isSending: answer.SendingEnabled ?? false,
        standing: answer.EnforcementStatus ?? "",
        perSecond: answer.SendQuota?.MaxSendRate ?? 1,
        perDay: answer.SendQuota?.Max24HourSend ?? 200,
        sentLastDay: answer.SendQuota?.SentLast24Hours ?? 0,
        suppressedFor: answer.SuppressionAttributes?.SuppressedReasons ?? [],
      };
    },
    identity: async (domain) => {
      try {
        return { kind: "found", identity: identityOf(domain, await client.send(new GetEmailIdentityCommand({ EmailIdentity: domain }))) };
      } catch (thrown) {
        if (isCalled(thrown, "NotFoundException")) return { kind: "unknown" };
        if (isCalled(thrown, "AccessDeniedException")) return { kind: "not-ours" };
        throw thrown;
      }
    },
  };
}

function identityOf(name: string, answer: GetEmailIdentityCommandOutput): SendingIdentity {
  const { DkimAttributes: dkim, MailFromAttributes: mailFrom } = answer;
  return {
    name,
    maySend: answer.VerifiedForSendingStatus ?? false,
    verification: checkState(answer.VerificationStatus),
    dkim: {
      state: checkState(dkim?.Status),
      isSigning: dkim?.SigningEnabled ?? false,
      // Keys of one's own (BYODKIM) have a selector here, whose record is not SES's to know.
      tokens: dkim?.SigningAttributesOrigin === "EXTERNAL" ? [] : (dkim?.Tokens ?? []),
      zone: dkim?.SigningHostedZone ?? "dkim.amazonses.com",
    },
    mailFrom:
      mailFrom?.MailFromDomain === undefined
        ? undefined
        : { domain: mailFrom.MailFromDomain, state: checkState(mailFrom.MailFromDomainStatus) },
  };
}

function checkState(word: string | undefined): CheckState {
  switch (word) {
    case "SUCCESS":
      return "success";
    case "PENDING":
      return "pending";
    case "FAILED":
      return "failed";
    case "TEMPORARY_FAILURE":
      return "temporary-failure";
    case "NOT_STARTED":
      return "not-started";
    default:
      return "other";
  }
}

function isCalled(thrown: unknown, name: string): boolean {
  return thrown instanceof SESv2ServiceException && thrown.name === name;
}
