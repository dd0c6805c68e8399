/** Which room may import which (docs/adr/0001-rooms-and-directions.md). `tests/tooling` proves that these rules bite. */

const rooms = ["core", "contract", "functions", "stacks", "local", "console", "tests", "bench"];
const roomsBut = (...allowed) => `^(${rooms.filter((room) => !allowed.includes(room)).join("|")})/`;

/** A room imports itself and the rooms named, and no other. */
const only = (room, allowed, comment) => ({
  name: `${room}-imports`,
  severity: "error",
  comment,
  from: { path: `^${room}/` },
  to: { path: roomsBut(room, ...allowed) },
});

/** Pure libraries the core decides with. */
const pureLibraries = [
  "zod",
  "@noble/hashes",
  "liquidjs",
  "@marcbachmann/cel-js",
  "temporal-polyfill",
  "yaml",
  "punycode",
  "html-to-text",
  "planer",
];

/** What the list of functions and the adapters declare for whoever deploys them. */
const declarations = ["functions/list.ts", "functions/declaration.ts", "functions/adapters/dynamo/table-definition.ts"];

/** Files at the top of functions/ that are handlers, and what stands there beside them. */
const handler = "^functions/[^/]+\\.ts$";
const notHandlers = "^functions/(list|declaration)\\.ts$";

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      comment: "the console's registry fetches its pages when they are asked for, and pages may look at the registry: that is no circle",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    {
      name: "not-found",
      severity: "error",
      comment: "imports what is not there (aws-lambda is types alone)",
      from: { pathNot: "^sst\\.config" },
      to: { couldNotResolve: true, pathNot: "^aws-lambda$" },
    },
    only("core", [], "the rules know nobody"),
    only("contract", ["core"], "what console and API agree on"),
    only("functions", ["core", "contract"], "functions translate and perform"),
    only("stacks", ["functions", "core"], "stacks deploy the list"),
    only("console", ["contract", "core"], "the console knows the API by its contract"),
    only("local", ["core", "contract", "functions"], "the local runtime runs the functions"),
    only("bench", ["core", "contract", "functions", "local", "stacks"], "benchmarks measure what is there"),
    {
      name: "core-is-pure",
      severity: "error",
      comment: "no AWS, no HTTP, no Node: time, ids and chance are arguments",
      from: { path: "^core/" },
      to: {
        dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer"],
        pathNot: `(^|/)node_modules/(${pureLibraries.join("|")})/`,
      },
    },
    {
      name: "contract-is-data",
      severity: "error",
      from: { path: "^contract/" },
      to: { dependencyTypes: ["core", "npm", "npm-dev"], pathNot: "(^|/)node_modules/(zod|@hono/zod-openapi)/" },
    },
    {
      name: "no-handler-imports-another",
      severity: "error",
      comment: "what two handlers share stands in a folder beside them",
      from: { path: "^functions/" },
      to: { path: handler, pathNot: notHandlers },
    },
    {
      name: "stacks-read-declarations-only",
      severity: "error",
      comment: "stacks deploy functions; they run none of their code",
      from: { path: "^stacks/" },
      to: { path: "^functions/", pathNot: `^(${declarations.join("|").replaceAll(".", "\\.")})$` },
    },
    {
      name: "stacks-read-settings-only",
      severity: "error",
      from: { path: "^stacks/" },
      to: { path: "^core/", pathNot: "^core/settings/settings\\.ts$" },
    },
    {
      name: "the-sdk-stays-in-adapters",
      severity: "error",
      comment: "a vendor's words are translated to the domain's in functions/adapters; who composes a function makes the client",
      from: { path: "^functions/", pathNot: `^functions/(adapters|work/make-[a-z-]+)|${handler}` },
      to: { path: "(^|/)node_modules/@(aws-sdk|smithy)/" },
    },
    { name: "console-runs-in-a-browser", severity: "error", from: { path: "^console/src/" }, to: { dependencyTypes: ["core"] } },
    {
      name: "console-has-no-sdk",
      severity: "error",
      from: { path: "^console/" },
      to: { path: "(^|/)node_modules/(@aws-sdk|aws-cdk-lib)/" },
    },
    { name: "templates-import-nothing", severity: "error", from: { path: "^templates/" }, to: {} },
    {
      name: "deployed-code-needs-no-dev-dependency",
      severity: "error",
      from: { path: "^(core|contract|functions)/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "(^|/)node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(console/dist|cdk\\.out)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
