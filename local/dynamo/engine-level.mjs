// LevelDB as the embedded DynamoDB uses it: dynalite opens it as it comes and hands no options on.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Level } = createRequire(require.resolve("dynalite"))("level");

// LevelDB's own defaults (4 MB of writes in memory, 8 MB of cache) are for a phone: a list of people that is brought in would wait
// for its compaction more than for anything else.
const buffers = { writeBufferSize: 64 * 1024 * 1024, cacheSize: 64 * 1024 * 1024 };

/** Where dynalite keeps what it knows of a table. It asks for that before every item it touches, of a batch too. */
const tableKey = "table~";

/** Reads at once, and writes together all that is asked for while a write is under way: `npm run bench -- imports` measures it. */
export class EngineLevel extends Level {
  #waiting = [];
  #isWriting = false;
  #tables = new Map();
  #reading = 0;

  constructor(folder, options) {
    super(folder, { ...options, ...buffers });
  }

  // Nearly all that is read stands in memory: handing a read to another thread and back takes ten times as long as the read.
  async get(key) {
    if (this.status === "opening") await this.open({ passive: true });
    if (!key.startsWith(tableKey)) return this.getSync(key);
    if (!this.#tables.has(key)) this.#tables.set(key, this.getSync(key));
    return this.#tables.get(key);
  }

  keys(options) {
    return this.#closing(super.keys(options));
  }

  values(options) {
    return this.#closing(super.values(options));
  }

  /** How many lists are being read. */
  get reading() {
    return this.#reading;
  }

  // dynalite lets go of a list by `return`, which these have not, and never of one that it has read to its end. Whatever is open holds
  // on to everything that stood in LevelDB when it was opened, on the disk too: 100,000 people took ten times their room.
  #closing(iterator) {
    const { next } = iterator;
    let isOpen = true;
    this.#reading += 1;
    iterator.return = async () => {
      if (!isOpen) return;
      isOpen = false;
      this.#reading -= 1;
      await iterator.close();
    };
    iterator.next = async () => {
      const value = isOpen ? await next.call(iterator) : undefined;
      if (value === undefined) await iterator.return();
      return value;
    };
    return iterator;
  }

  async put(key, value) {
    await this.batch([{ type: "put", key, value }]);
  }

  async del(key) {
    await this.batch([{ type: "del", key }]);
  }

  /** In the order in which they were asked for, and each whole or not at all: a batch of batches is one. */
  batch(operations) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ operations, resolve, reject });
      if (!this.#isWriting) void this.#writeWaiting();
    });
  }

  async #writeWaiting() {
    this.#isWriting = true;
    // What is asked for in the same turn of the event loop goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const writes = this.#waiting;
      this.#waiting = [];
      const operations = writes.flatMap((write) => write.operations);
      try {
        await super.batch(operations);
        if (operations.some(({ key }) => key.startsWith(tableKey))) this.#tables.clear();
        for (const { resolve } of writes) resolve();
      } catch (fault) {
        for (const { reject } of writes) reject(fault);
      }
    }
    this.#isWriting = false;
  }
}
