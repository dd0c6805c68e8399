import { relance } from "./relance.ts";
import { processCliTerminal } from "./terminal.ts";

process.exitCode = await relance(process.argv.slice(2), process.env, processCliTerminal);
