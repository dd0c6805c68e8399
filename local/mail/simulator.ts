import type { Fate } from "./mail.ts";

/** What SES's mailbox simulator does with each of its addresses; `ooto` also answers automatically. Labels (`bounce+a@`) are ignored. */
const simulated: Readonly<Record<string, Fate>> = {
  success: "delivered",
  ooto: "delivered",
  bounce: "bounced",
  complaint: "complained",
  suppressionlist: "suppressed-by-ses",
};

export function simulatedFate(address: string): Fate | undefined {
  const name = simulatorName(address);
  return name === undefined ? undefined : simulated[name];
}

export function isOutOfOffice(address: string): boolean {
  return simulatorName(address) === "ooto";
}

function simulatorName(address: string): string | undefined {
  return /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address)?.[1]?.toLowerCase();
}
