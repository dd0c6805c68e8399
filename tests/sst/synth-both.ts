/**
 * Synthesises Relance through SST and through plain CDK and says where the two differ. It runs inside a copy of the project
 * that has SST installed (compare.sh makes one): SST weighs 600 MB and is no part of the usual installation.
 */
import { isDeepStrictEqual } from "node:util";
import { App as CdkApp, Stack } from "aws-cdk-lib";
import { readDeployment } from "#stacks/deployment.ts";
import { composeRelance } from "#stacks/relance-stack.ts";

const env = { account: "123456789012", region: "eu-west-3" };
const context = { "aws:cdk:bundling-stacks": [] };
const stage = "compare";

type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>>;

interface SstModules {
  readonly initProject: (globals: { stage: string; region: string }) => Promise<void>;
  readonly useProject: () => { readonly config: { readonly name: string }; readonly paths: { readonly config: string } };
  readonly load: (file: string) => Promise<[unknown, { readonly stacks: (app: CdkApp) => void | Promise<void> }]>;
  readonly App: new (deploy: object, props: object) => CdkApp & { readonly finish: () => Promise<void> };
}

/** SST's modules, by names that a compiler without SST need not resolve. */
async function sstModules(): Promise<SstModules> {
  const names = ["sst/project.js", "sst/stacks/build.js", "sst/constructs/App.js"];
  return Object.assign({}, ...(await Promise.all(names.map((name) => import(name)))));
}

async function throughSst(): Promise<{ readonly name: string; readonly resources: Resources }> {
  const { initProject, useProject, load, App } = await sstModules();
  await initProject({ stage, region: env.region });
  const project = useProject();
  const app = new App({ mode: "deploy", stage, name: project.config.name, ...env }, { context });
  const [, config] = await load(project.paths.config);
  await config.stacks(app);
  await app.finish();
  const [stack] = app.synth().stacks;
  if (stack === undefined) throw new Error("SST made no stack");
  return { name: stack.stackName, resources: stack.template.Resources };
}

function throughCdk(name: string): Resources {
  const app = new CdkApp({ context });
  const stack = new Stack(app, name, { env });
  composeRelance(stack, { ...readDeployment(app.node), name: `relance-${stage}` });
  return app.synth().getStackByName(name).template.Resources;
}

/** SST's own addition to every stack: a function for custom resources, which nothing of ours uses, and its role. */
const addedBySst = /^CustomResourceHandler/;

function comparable(resources: Resources): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resources)
      .filter(([id]) => !addedBySst.test(id))
      .map(([id, { Type, Properties }]) => [id, { Type, Properties: withoutSstTags(Properties ?? {}) }]),
  );
}

/** SST tags what it deploys with the application and the stage. */
function withoutSstTags({ UserPoolTags: poolTags, ...given }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // A user pool alone names its tags by another word.
  const { Tags, ...properties } = poolTags === undefined ? given : { ...given, Tags: poolTags };
  const tags = Array.isArray(Tags) ? Tags : Object.entries(Tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
  const others = tags.filter(({ Key }) => !String(Key).startsWith("sst:"));
  return others.length === 0 ? properties : { ...properties, Tags: others };
}

const { name, resources } = await throughSst();
const sst = comparable(resources);
const cdk = comparable(throughCdk(name));
const differing = [...new Set([...Object.keys(sst), ...Object.keys(cdk)])].filter((id) => !isDeepStrictEqual(sst[id], cdk[id]));
for (const id of differing) console.error(`${id} differs:\n  SST: ${JSON.stringify(sst[id])}\n  CDK: ${JSON.stringify(cdk[id])}`);
if (Object.keys(cdk).length < 50) throw new Error("Too few resources to have compared anything");
console.log(`SST and plain CDK: ${Object.keys(cdk).length} resources compared, ${differing.length} differ`);
process.exit(differing.length === 0 ? 0 : 1);
