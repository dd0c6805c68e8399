// Builds one bundle as its standard input says, and answers what went in. Apart, for esbuild takes plugins only where one may wait for
// it, and the CDK does not wait.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

/**
 * The SDK's description of SES names a part of each of its operations by a constant, `{ [_h]: … }`, which might run code for all
 * esbuild knows: so it keeps every operation there is, 45 KB of them. Written out, those that nobody calls are left out.
 */
const plainKeys = {
  name: "plain-keys",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]client-[a-z0-9]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const constants = new Map([...text.matchAll(/^const (_\w+) = ("[\w.-]+");$/gm)].map(([, name, value]) => [name, value]));
      return { contents: text.replace(/\[(_\w+)\]:/g, (whole, name) => (constants.has(name) ? `${constants.get(name)}:` : whole)) };
    });
  },
};

const options = JSON.parse(readFileSync(0, "utf8"));
const { metafile } = await build({ ...options, metafile: true, plugins: [plainKeys] });
process.stdout.write(JSON.stringify(metafile));
