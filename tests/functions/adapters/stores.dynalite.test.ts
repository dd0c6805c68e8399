import { onDynalite } from "./open-stores.ts";
import { storesContract } from "./stores.contract.ts";

storesContract("the embedded engine", onDynalite);
