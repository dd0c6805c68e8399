#!/usr/bin/env node
// The command line, run from its sources as `npm start` is.
import { register } from "tsx/esm/api";

register();
await import("../local/cli/main.ts");
