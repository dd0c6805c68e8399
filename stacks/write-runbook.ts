import { writeFileSync } from "node:fs";
import { runbook } from "./runbook.ts";

writeFileSync("docs/runbook.md", runbook());
