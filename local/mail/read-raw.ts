import { simpleParser } from "mailparser";

/** What a mail handed over as MIME says of itself. */
export async function readRaw(base64: string) {
  const parsed = await simpleParser(Buffer.from(base64, "base64"));
  const addresses = (field: typeof parsed.to | typeof parsed.from): readonly string[] =>
    (field === undefined ? [] : Array.isArray(field) ? field : [field]).flatMap((group) =>
      group.value.flatMap(({ address }) => (address === undefined ? [] : [address])),
    );
  return {
    from: parsed.from?.text,
    to: [...addresses(parsed.to)],
    replyTo: [...addresses(parsed.replyTo)],
    subject: parsed.subject,
    html: parsed.html === false ? undefined : parsed.html,
    text: parsed.text,
    headers: parsed.headerLines
      .filter(
        ({ key }) =>
          ![
            "from",
            "to",
            "cc",
            "bcc",
            "subject",
            "reply-to",
            "content-type",
            "content-transfer-encoding",
            "mime-version",
            "date",
            "message-id",
          ].includes(key),
      )
      .map(({ line }) => ({
        name: line.slice(0, line.indexOf(":")),
        value: line
          .slice(line.indexOf(":") + 1)
          .replace(/\r?\n\s*/g, " ")
          .trim(),
      })),
  };
}
