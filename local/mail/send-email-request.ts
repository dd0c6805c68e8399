import * as z from "zod";

const content = z.looseObject({ Data: z.string(), Charset: z.string().optional() });
const pair = z.looseObject({ Name: z.string(), Value: z.string() });

/** SendEmail of SES v2, as far as it is emulated (docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html). */
export const sendEmailSchema = z.looseObject({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .looseObject({
      ToAddresses: z.array(z.string()).default([]),
      CcAddresses: z.array(z.string()).default([]),
      BccAddresses: z.array(z.string()).default([]),
    })
    .default({ ToAddresses: [], CcAddresses: [], BccAddresses: [] }),
  ReplyToAddresses: z.array(z.string()).default([]),
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(pair).default([]),
  Content: z.looseObject({
    Simple: z
      .looseObject({
        Subject: content,
        Body: z.looseObject({ Html: content.optional(), Text: content.optional() }),
        Headers: z.array(pair).default([]),
      })
      .optional(),
    Raw: z.looseObject({ Data: z.string().describe("base64") }).optional(),
    Template: z.unknown().optional(),
  }),
});
export type SendEmailRequest = z.infer<typeof sendEmailSchema>;

/** What SES answers to a mail it does not take. */
export interface Refusal {
  readonly status: number;
  readonly name: string;
  readonly message: string;
}

const mostRecipients = 50;
const mostTags = 50;
const mostHeaders = 15;
const mostBytes = 40 * 1024 * 1024;

/** Headers SES sets itself, or from other fields of the request (API_MessageHeader.html). */
const ownHeaders = new Set(
  "bcc cc content-disposition content-transfer-encoding content-type date dkim-signature from message-id mime-version reply-to return-path sender subject to x-ses-configuration-set x-ses-message-tags".split(
    " ",
  ),
);

/** The first thing SES would refuse a mail for. */
export function refusalOf(request: SendEmailRequest, configurationSets: readonly string[]): Refusal | undefined {
  const { Destination: to, Content: mail, EmailTags: tags } = request;
  const recipients = [...to.ToAddresses, ...to.CcAddresses, ...to.BccAddresses];
  if (mail.Simple === undefined && mail.Raw === undefined)
    return bad("Exactly one of Raw, Simple or Template must be given; templates are not emulated.");
  if (mail.Simple !== undefined && request.FromEmailAddress === undefined) return bad("FromEmailAddress is required.");
  if (recipients.length === 0 && mail.Raw === undefined) return bad("Destination must have at least one recipient.");
  if (recipients.length > mostRecipients) return bad(`Recipient count exceeds ${mostRecipients}.`);
  const addresses = [
    ...(request.FromEmailAddress === undefined ? [] : [request.FromEmailAddress]),
    ...recipients,
    ...request.ReplyToAddresses,
  ];
  const problem =
    addresses.map(addressProblem).find((found) => found !== undefined) ?? headersProblem(mail.Simple?.Headers ?? []) ?? tagsProblem(tags);
  if (problem !== undefined) return bad(problem);
  const { ConfigurationSetName: set } = request;
  if (set !== undefined && !configurationSets.includes(set)) {
    return { status: 404, name: "NotFoundException", message: `Configuration set <${set}> does not exist.` };
  }
  if (mail.Simple !== undefined && mail.Simple.Body.Html === undefined && mail.Simple.Body.Text === undefined)
    return bad("The message must have a body.");
  if (sizeOf(request) > mostBytes)
    return { status: 400, name: "MessageRejected", message: `Message length is more than ${mostBytes} bytes long.` };
  return undefined;
}

function bad(message: string): Refusal {
  return { status: 400, name: "BadRequestException", message };
}

/** SES takes ASCII addresses only: names of domains in Punycode, other names in encoded words. */
function addressProblem(text: string): string | undefined {
  if (/[^\x20-\x7e]/.test(text)) return "Local address or display name contains control or non-ASCII characters";
  const address = /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
  const at = address.lastIndexOf("@");
  if (at < 1) return "Missing final '@domain'";
  if (/[\s<>()[\],;:\\"]/.test(address.slice(0, at))) return "Local address contains illegal characters";
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i.test(address.slice(at + 1)))
    return "Domain contains illegal character";
  return undefined;
}

function headersProblem(headers: readonly { readonly Name: string; readonly Value: string }[]): string | undefined {
  if (headers.length > mostHeaders) return `There may be at most ${mostHeaders} headers.`;
  const names = headers.map(({ Name }) => Name.toLowerCase());
  for (const { Name, Value } of headers) {
    if (!/^[!-9;-~]{1,126}$/.test(Name)) return `Invalid header name: ${Name}`;
    if (ownHeaders.has(Name.toLowerCase())) return `Header ${Name} may not be given.`;
    if (!/^[\x20-\x7e]{1,870}$/.test(Value)) return `Invalid header value for header: ${Name}`;
    if (names.filter((name) => name === Name.toLowerCase()).length > 1) return `Duplicate header: ${Name}`;
  }
  return undefined;
}

function tagsProblem(tags: readonly { readonly Name: string; readonly Value: string }[]): string | undefined {
  if (tags.length > mostTags) return `There may be at most ${mostTags} tags.`;
  for (const { Name, Value } of tags) {
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(Name)) return `Invalid tag name: ${Name}. Use only ASCII letters, digits, '_' and '-'.`;
    if (!/^[A-Za-z0-9_.@-]{1,256}$/.test(Value))
      return `Invalid value of tag ${Name}. Use only ASCII letters, digits, '_', '-', '.' and '@'.`;
  }
  return undefined;
}

function sizeOf({ Content: { Simple: simple, Raw: raw } }: SendEmailRequest): number {
  const texts = [simple?.Subject.Data, simple?.Body.Html?.Data, simple?.Body.Text?.Data, raw?.Data];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ""), 0);
}
