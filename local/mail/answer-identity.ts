import { type AwsAnswer, awsError } from "#local/aws/aws-answer.ts";
import type { Zone } from "#local/dns/zone.ts";
import { dkimTokens, dkimZone, mailFromLabel } from "./dkim-tokens.ts";

/**
 * `GET /v2/email/identities/{domain}`: every domain has been asked for here, and is verified as on AWS once its records stand
 * in the domain name system. Those that can never be anybody's (RFC 2606, `.invalid`) are unknown.
 */
export async function answerIdentity(zone: Zone, domain: string): Promise<AwsAnswer> {
  if (!domain.includes(".") || domain.endsWith(".invalid"))
    return awsError(404, "NotFoundException", `Email identity ${domain} does not exist.`);
  const tokens = dkimTokens(domain);
  const keys = await Promise.all(tokens.map((token) => zone.lookUp(`${token}._domainkey.${domain}`, "CNAME")));
  const isVerified = tokens.every((token, index) => keys[index]?.includes(`${token}.${dkimZone}`));
  const mailFrom = `${mailFromLabel}.${domain}`;
  const exchanges = await zone.lookUp(mailFrom, "MX");
  return {
    status: 200,
    body: {
      IdentityType: "DOMAIN",
      FeedbackForwardingStatus: false,
      VerifiedForSendingStatus: isVerified,
      VerificationStatus: isVerified ? "SUCCESS" : "PENDING",
      DkimAttributes: {
        SigningEnabled: true,
        Status: isVerified ? "SUCCESS" : "PENDING",
        Tokens: tokens,
        SigningAttributesOrigin: "AWS_SES",
        SigningHostedZone: dkimZone,
      },
      MailFromAttributes: {
        MailFromDomain: mailFrom,
        MailFromDomainStatus: exchanges.some((exchange) => exchange.includes("feedback-smtp.")) ? "SUCCESS" : "PENDING",
        BehaviorOnMxFailure: "USE_DEFAULT_VALUE",
      },
      Policies: {},
      Tags: [],
    },
  };
}
