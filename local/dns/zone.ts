import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { region } from "#local/bus/event.ts";
import { dkimTokens, dkimZone, mailFromLabel } from "#local/mail/dkim-tokens.ts";

const recordTypes = ["CNAME", "MX", "TXT"] as const;
export type ZoneType = (typeof recordTypes)[number];
const zoneSchema = z.record(z.string(), z.partialRecord(z.enum(recordTypes), z.array(z.string())));

/** What the domain name system says, on this machine: values as one writes them, an MX with its priority before it. */
export interface Zone {
  lookUp(name: string, type: ZoneType): Promise<readonly string[]>;
}

/**
 * The zone of whoever did all that SES asks of them and no more: DKIM, MAIL FROM and the MX of replies stand for every domain,
 * a DMARC policy for none. A file `dns.json` in the data folder says otherwise: it is then all there is, and it is read anew
 * at each question, as `{"_dmarc.company.example": {"TXT": ["v=DMARC1; p=none"]}}`.
 */
export function openZone(folder: string): Zone {
  return {
    lookUp: async (name, type) => {
      const written = await readFile(join(folder, "dns.json"), "utf8").catch(() => undefined);
      if (written === undefined) return wellKept(name.toLowerCase(), type);
      return zoneSchema.parse(JSON.parse(written))[name.toLowerCase()]?.[type] ?? [];
    },
  };
}

function wellKept(name: string, type: ZoneType): readonly string[] {
  const isMailFrom = name.startsWith(`${mailFromLabel}.`);
  switch (type) {
    case "CNAME": {
      const [token = "", domain = ""] = name.split("._domainkey.");
      return dkimTokens(domain).includes(token) ? [`${token}.${dkimZone}`] : [];
    }
    case "MX":
      return [isMailFrom ? `10 feedback-smtp.${region}.amazonses.com` : `10 inbound-smtp.${region}.amazonaws.com`];
    case "TXT":
      return isMailFrom ? ["v=spf1 include:amazonses.com ~all"] : [];
  }
}
