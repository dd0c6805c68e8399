// The embedded DynamoDB, in a thread of its own so that it has a core of its own. Plain JavaScript: a worker thread is
// given no TypeScript loader.
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { EngineLevel } from "./engine-level.mjs";

const require = createRequire(import.meta.url);

createRequire(require.resolve("dynalite"))("level").Level = EngineLevel;
const dynalite = require("dynalite");
const database = require("dynalite/db");

// dynalite writes an item's index rows and then the item, one by one: a process killed between leaves rows of items that
// are not so. Here all of them go into one LevelDB batch, which is written whole or not at all. dynalite's own write of the
// item, right after, then repeats what stands there.
database.updateIndexes = (store, table, existing, item, done) => {
  const indexes = table.GlobalSecondaryIndexes ?? [];
  const { puts, deletes } = database.getIndexActions(indexes, existing, item, table);
  if (puts.length + deletes.length === 0) return done();
  const row = ({ index, key }) => `index-global~${table.TableName}~${index}~${key}`;
  const itemKey = `item-${table.TableName}~${database.createKey(item ?? existing, table)}`;
  store.db.batch(
    [
      ...deletes.map((action) => ({ type: "del", key: row(action) })),
      ...puts.map((action) => ({ type: "put", key: row(action), value: action.item })),
      item ? { type: "put", key: itemKey, value: item } : { type: "del", key: itemKey },
    ],
    done,
  );
};

const server = dynalite({ path: workerData.folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.listen(0, "127.0.0.1", () => parentPort.postMessage({ port: server.address().port }));
parentPort.once("message", () => server.close(() => process.exit(0)));
