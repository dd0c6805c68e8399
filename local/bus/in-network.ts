import { BlockList, isIP } from "node:net";

/** Whether an address lies in a network written as `10.0.0.0/24` or `2001:db8::/32`. */
export function inNetwork(network: string, address: string): boolean {
  const [base = "", bits = ""] = network.split("/");
  if (isIP(address) === 0 || isIP(base) !== isIP(address)) return false;
  const family = isIP(base) === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(base, Number(bits), family);
  return list.check(address, family);
}
