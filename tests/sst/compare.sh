#!/usr/bin/env bash
# Does SST v2 deploy what plain CDK deploys? In a temporary copy of the project with SST installed (a minute, 1.2 GB):
# sst.config.ts must type-check against SST's own types, and the two routes must give the same resources.
set -euo pipefail
here="$(cd "$(dirname "$0")/../.." && pwd)"
copy="$(mktemp -d)"
trap 'rm -rf "$copy"' EXIT

cd "$here"
git ls-files -z --cached --others --exclude-standard -- core contract functions stacks templates tests/sst tsconfig.base.json sst.config.ts \
  package.json package-lock.json | xargs -0 cp --parents -t "$copy"
cd "$copy"
# npm leaves an optional peer out, whatever is asked of it: in the copy it is a dependency like others.
npm pkg delete peerDependencies peerDependenciesMeta
npm pkg set "devDependencies.sst=2.49.8"
npm install --no-audit --no-fund --loglevel=error
cat > tsconfig.sst.json <<'JSON'
{
  "extends": "./tsconfig.base.json",
  "compilerOptions": { "composite": false, "emitDeclarationOnly": false, "noEmit": true, "types": ["node"], "exactOptionalPropertyTypes": false },
  "files": ["sst.config.ts"]
}
JSON
npx tsc -p tsconfig.sst.json
# NODE_ENV=test keeps SST from asking AWS who we are.
NODE_ENV=test node --import tsx tests/sst/synth-both.ts
