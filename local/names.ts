/** What the functions of a local Relance are told: names of resources that the stacks name by stage. */
export const names = { TABLE: "relance", BUS: "relance", CONFIGURATION_SET: "relance", INBOX: "relance-inbox" } as const;
