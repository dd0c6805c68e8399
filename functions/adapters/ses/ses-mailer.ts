import { GetAccountCommand, SendEmailCommand, type SESv2Client } from "@aws-sdk/client-sesv2";
import type { Handover, Mail, Mailer } from "#core/ports/outside.ts";
import { encodeHeaderWord } from "./encode-header-word.ts";
import { handoverOfError } from "./ses-errors.ts";

/** SES accepts 256 characters in a tag's value; ours are ids. */
export function sesMailer(client: SESv2Client, configurationSet: string): Mailer {
  return {
    send: async (mail): Promise<Handover> => {
      try {
        const answer = await client.send(new SendEmailCommand(request(mail, configurationSet)));
        if (answer.MessageId === undefined) return { kind: "unknown", problem: "SES answered without a message id" };
        return { kind: "accepted", sesMessageId: answer.MessageId };
      } catch (thrown) {
        return handoverOfError(thrown);
      }
    },
    quota: async () => {
      const { SendQuota } = await client.send(new GetAccountCommand({}));
      return {
        perSecond: SendQuota?.MaxSendRate ?? 1,
        perDay: SendQuota?.Max24HourSend ?? 200,
        sentLastDay: SendQuota?.SentLast24Hours ?? 0,
      };
    },
  };
}

function request(mail: Mail, configurationSet: string) {
  return {
    FromEmailAddress: `${encodeHeaderWord(mail.from.name)} <${mail.from.address}>`,
    Destination: { ToAddresses: [mail.to] },
    ReplyToAddresses: [mail.replyTo],
    // Opens are counted by a pixel that SES adds where the set asks for it: two sets, so that it is each person's choice.
    ConfigurationSetName: mail.countOpens ? `${configurationSet}-opens` : configurationSet,
    Content: {
      Simple: {
        Subject: { Data: mail.subject, Charset: "UTF-8" },
        Body: { Html: { Data: mail.html, Charset: "UTF-8" }, Text: { Data: mail.text, Charset: "UTF-8" } },
        Headers: Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value })),
      },
    },
    EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
  };
}
