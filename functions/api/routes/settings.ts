import { senderStatusSchema } from "#contract/settings.ts";
import { readSenderStatus } from "#functions/work/read-sender-status.ts";
import type { ApiApp } from "../api-app.ts";
import type { ApiContext } from "../app.ts";
import { json, route } from "../route.ts";
import { faultText } from "../views/texts.ts";

const sender = route({
  method: "get",
  path: "/api/settings/sender",
  summary: "Who writes, whether SES lets them, and each DNS record with what is found there now",
  allow: "settings:read",
  responses: { 200: json(senderStatusSchema, "The sender, the account and the records.") },
});

export function settingsRoutes(app: ApiApp, { workshop, local }: ApiContext): void {
  app.openapi(sender, async (c) => {
    const settings = await workshop.definitions.settings();
    const domain = settings.sender.address.split("@")[1]?.toLowerCase() ?? "";
    const status = await readSenderStatus(workshop, { domain, replyDomain: settings.replyDomain.toLowerCase() });
    const { account, identity } = status;
    return c.json(
      {
        ...settings.sender,
        domain,
        replyDomain: settings.replyDomain,
        owner: settings.owner,
        region: workshop.sender.region,
        local,
        account:
          account === undefined
            ? null
            : {
                production: account.isProduction,
                sending: account.isSending,
                standing: account.standing,
                perSecond: account.perSecond,
                perDay: account.perDay,
                sentLastDay: account.sentLastDay,
                suppressedFor: [...account.suppressedFor],
              },
        identity:
          identity === undefined
            ? null
            : {
                name: identity.name,
                maySend: identity.maySend,
                verification: identity.verification,
                dkim: identity.dkim.state,
                mailFrom: identity.mailFrom ?? null,
              },
        identityProblem: status.identityProblem ?? null,
        problem: status.problem ?? null,
        problemText: faultText(status.problem),
        records: status.records.map(({ isRequired, found, ...record }) => ({ ...record, required: isRequired, found: [...found] })),
      },
      200,
    );
  });
}
