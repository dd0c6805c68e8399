/** The keys of the one table, as the stacks declare them and the local engine creates them. Every attribute here is stored shape. */
export const tableDefinition = {
  partitionKey: { name: "pk", type: "S" },
  sortKey: { name: "sk", type: "S" },
  /** Epoch seconds after which DynamoDB deletes an item, within days: only what nobody reads after that has it. */
  timeToLive: "ttl",
  indexes: [
    /** What waits, by shard and instant; sparse. The row only names the item: whoever finds it reads the item. */
    {
      name: "due",
      partitionKey: { name: "ds", type: "S" },
      sortKey: { name: "du", type: "N" },
      projection: "KEYS_ONLY",
      included: undefined,
    },
    /** Lists of people, each row with what a list shows of them: one read, and nobody need be read one by one. By rank. */
    { name: "list", partitionKey: { name: "lk", type: "S" }, sortKey: { name: "ls", type: "S" }, projection: "INCLUDE", included: ["row"] },
    /** People by name. */
    { name: "name", partitionKey: { name: "nk", type: "S" }, sortKey: { name: "ns", type: "S" }, projection: "INCLUDE", included: ["row"] },
    /** People by stage, who has been there longest first. */
    {
      name: "stage",
      partitionKey: { name: "gk", type: "S" },
      sortKey: { name: "gs", type: "S" },
      projection: "INCLUDE",
      included: ["row"],
    },
    /** People whom somebody should call, the most urgent first. Sparse. */
    { name: "call", partitionKey: { name: "ck", type: "S" }, sortKey: { name: "cs", type: "S" }, projection: "INCLUDE", included: ["row"] },
  ],
} as const;
