import type { SSTConfig } from "sst";
import { acknowledge } from "./stacks/acknowledgements.ts";
import { readDeployment } from "./stacks/deployment.ts";
import { composeRelance } from "./stacks/relance-stack.ts";

/** The same stack through SST v2, for who deploys with it: one Relance for each stage. Nothing needs this file. */
export default {
  config: () => ({ name: "relance" }),
  stacks(app) {
    app.stack(function Relance({ stack }) {
      composeRelance(stack, { ...readDeployment(app.node), name: `${app.name}-${app.stage}` });
      acknowledge(stack);
    });
  },
} satisfies SSTConfig;
