/** Bits that are kept of an address: enough to prove where a consent came from, too few to single out a household. */
const keptGroups = 3;

/**
 * The network of an IP address, as `192.0.2.0` (/24) or `2001:db8:85a3::` (/48): CNIL and its peers take the rest away to make
 * it no longer personal. Undefined for what is no address.
 */
export function truncateIp(ip: string): string | undefined {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  return truncateIpv4(mapped ?? ip) ?? truncateIpv6(ip);
}

function truncateIpv4(ip: string): string | undefined {
  const octets = ip.split(".");
  const sound = octets.length === 4 && octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
  return sound ? `${octets.slice(0, 3).map(Number).join(".")}.0` : undefined;
}

function truncateIpv6(ip: string): string | undefined {
  const [head = "", tail, ...more] = ip.split("::");
  if (more.length > 0 || !ip.includes(":")) return undefined;
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const kept = groups.slice(0, keptGroups).map((group) => Number.parseInt(group, 16).toString(16));
  return `${kept.join(":")}::`;
}

function groupsOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(":");
}
