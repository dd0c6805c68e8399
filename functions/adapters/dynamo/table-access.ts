import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type * as z from "zod";
import type { Saved } from "#core/ports/saved.ts";
import { foreignCursor } from "./cursor.ts";
import type { Key } from "./table.ts";

/** An item as plain values, its keys among them. */
export type Item = Readonly<Record<string, unknown>>;

/** A condition on a write, as DynamoDB has them. Names and values are added to those of the write itself. */
export interface WriteCondition {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** The few things the stores do with the table. Values in and out are plain; absent fields are left out. */
export interface TableAccess {
  get(key: Key, options?: { readonly consistent?: boolean }): Promise<Item | undefined>;
  /** Those of the items that are there, in no order; a hundred keys at most in each request. */
  getAll(keys: readonly Key[], options?: { readonly consistent?: boolean }): Promise<readonly Item[]>;
  /** Writes items over whatever stands there, twenty-five at most in each request, in no order. */
  putAll(items: readonly (Item & Key)[]): Promise<void>;
  put(item: Item & Key, condition?: WriteCondition): Promise<Saved>;
  /** Deletes the item; nothing happens where there is none. */
  remove(key: Key): Promise<void>;
  /** Deletes the item if it is there and meets the condition. */
  removeIf(key: Key, condition: WriteCondition): Promise<Saved>;
  /** Sets and removes attributes; answers the item as it is then, or `conflict`. */
  update(
    key: Key,
    change: Change,
    condition: WriteCondition,
  ): Promise<{ readonly kind: "updated"; readonly item: Item } | { readonly kind: "conflict" }>;
  query(
    input: Omit<QueryCommandInput, "TableName" | "ExpressionAttributeValues" | "ExclusiveStartKey"> & {
      readonly values: Item;
      readonly after?: Item | undefined;
    },
  ): Promise<{ readonly items: readonly Item[]; readonly last: Item | undefined }>;
}

/** Attributes to set (by path, as `signals.sent`) and to remove. */
export interface Change {
  readonly set?: Item;
  readonly remove?: readonly string[];
  /** Numbers to add; or members to add to a set. */
  readonly add?: Readonly<Record<string, number | ReadonlySet<string>>>;
  /** Members to take out of a set. */
  readonly take?: Readonly<Record<string, ReadonlySet<string>>>;
  /** Lists to append one element to; they begin empty. */
  readonly append?: Item;
}

export const absent: WriteCondition = { expression: "attribute_not_exists(pk)" };
/** A write that may find anything, or nothing. */
export const whatever: WriteCondition = { expression: "attribute_exists(pk) OR attribute_not_exists(pk)" };

/** The most keys one BatchGetItem takes, and the most items one BatchWriteItem. */
const mostKeys = 100;
const mostPuts = 25;
/** Of many items so many slices are written side by side. */
const slicesAtOnce = 4;

const marshallOptions = { removeUndefinedValues: true } as const;

export function tableAccess(client: DynamoDBClient, table: string): TableAccess {
  const putSlice = async (items: readonly (Item & Key)[]): Promise<void> => {
    let rest = items.map((item) => ({ PutRequest: { Item: marshall(item, marshallOptions) } }));
    for (let attempt = 0; rest.length > 0; attempt++) {
      if (attempt > 0) await pause(20 * 2 ** Math.min(attempt, 6));
      const answer = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: rest } }));
      rest = (answer.UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) =>
        PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
      );
    }
  };
  return {
    get: async (key, options) => {
      const { Item: found } = await client.send(
        new GetItemCommand({ TableName: table, Key: marshall(key), ConsistentRead: options?.consistent ?? false }),
      );
      return found === undefined ? undefined : unmarshall(found);
    },
    getAll: async (keys, options) => {
      const found: Item[] = [];
      let rest = keys.map((key) => marshall(key));
      for (let attempt = 0; rest.length > 0; attempt++) {
        if (attempt > 0) await pause(20 * 2 ** Math.min(attempt, 6));
        const batch = rest.slice(0, mostKeys);
        const answer = await client.send(
          new BatchGetItemCommand({ RequestItems: { [table]: { Keys: batch, ConsistentRead: options?.consistent ?? false } } }),
        );
        found.push(...(answer.Responses?.[table] ?? []).map((item) => unmarshall(item)));
        const left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
        if (left.length === 0) attempt = -1;
        rest = [...left, ...rest.slice(mostKeys)];
      }
      return found;
    },
    putAll: async (items) => {
      const slices = Array.from({ length: Math.ceil(items.length / mostPuts) }, (_, slice) =>
        items.slice(slice * mostPuts, (slice + 1) * mostPuts),
      ).values();
      const writeSlices = async (): Promise<void> => {
        for (const slice of slices) await putSlice(slice);
      };
      await Promise.all(Array.from({ length: slicesAtOnce }, writeSlices));
    },
    put: (item, condition) =>
      savedUnlessConditionFails(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: marshall(item, marshallOptions),
            ConditionExpression: condition?.expression,
            ExpressionAttributeNames: condition?.names,
            ExpressionAttributeValues: condition?.values === undefined ? undefined : marshall(condition.values, marshallOptions),
          }),
        ),
      ),
    remove: async (key) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: marshall(key) }));
    },
    removeIf: (key, { expression, names, values }) =>
      savedUnlessConditionFails(
        client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: marshall(key),
            ConditionExpression: expression,
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: values === undefined ? undefined : marshall(values, marshallOptions),
          }),
        ),
      ),
    update: async (key, change, condition) => {
      try {
        const { Attributes } = await client.send(
          new UpdateItemCommand({ TableName: table, Key: marshall(key), ReturnValues: "ALL_NEW", ...updateExpression(change, condition) }),
        );
        return { kind: "updated", item: Attributes === undefined ? {} : unmarshall(Attributes) };
      } catch (thrown) {
        if (isConditionalCheckFailed(thrown)) return { kind: "conflict" };
        throw thrown;
      }
    },
    query: async ({ values, after, ...input }) => {
      const start = after === undefined ? {} : { ExclusiveStartKey: marshall(after, marshallOptions) };
      const asked = client.send(
        new QueryCommand({ ...input, TableName: table, ExpressionAttributeValues: marshall(values, marshallOptions), ...start }),
      );
      const { Items, LastEvaluatedKey } = await (after === undefined ? asked : asked.catch(refuseStart));
      return {
        items: (Items ?? []).map((item) => unmarshall(item)),
        last: LastEvaluatedKey === undefined ? undefined : unmarshall(LastEvaluatedKey),
      };
    },
  };
}

/** Reads an item back into its noun. Keys of the table fall away; what an older version stored is read as the schema allows. */
export function readItem<Schema extends z.ZodType>(schema: Schema, item: Item): z.output<Schema> {
  return schema.parse(item);
}

export function isConditionalCheckFailed(thrown: unknown): boolean {
  return thrown instanceof ConditionalCheckFailedException;
}

async function savedUnlessConditionFails(write: Promise<unknown>): Promise<Saved> {
  try {
    await write;
    return "saved";
  } catch (thrown) {
    if (isConditionalCheckFailed(thrown)) return "conflict";
    throw thrown;
  }
}

/** DynamoDB refuses a start outside of what is asked for: only a cursor that is not this list's has one. */
function refuseStart(thrown: unknown): never {
  if (thrown instanceof DynamoDBServiceException && thrown.name === "ValidationException") throw foreignCursor(thrown);
  throw thrown;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function updateExpression(change: Change, condition: WriteCondition) {
  const names: Record<string, string> = { ...condition.names };
  const values: Record<string, unknown> = { ...condition.values };
  const nameOf = (path: string): string =>
    path
      .split(".")
      .map((part) => {
        const name = `#${part}`;
        names[name] = part;
        return name;
      })
      .join(".");
  const valueOf = (path: string, value: unknown): string => {
    const name = `:${path.replaceAll(".", "_")}`;
    values[name] = value;
    return name;
  };
  const set = Object.entries(change.set ?? {}).map(([path, value]) => `${nameOf(path)} = ${valueOf(path, value)}`);
  const appended = Object.entries(change.append ?? {}).map(([path, value]) => {
    values[":none"] = [];
    return `${nameOf(path)} = list_append(if_not_exists(${nameOf(path)}, :none), ${valueOf(`${path}_one`, [value])})`;
  });
  const add = Object.entries(change.add ?? {}).map(([path, value]) => `${nameOf(path)} ${valueOf(path, value)}`);
  const take = Object.entries(change.take ?? {}).map(([path, value]) => `${nameOf(path)} ${valueOf(path, value)}`);
  const remove = (change.remove ?? []).map(nameOf);
  const clause = (word: string, parts: readonly string[]): string => (parts.length === 0 ? "" : `${word} ${parts.join(", ")} `);
  return {
    UpdateExpression:
      `${clause("SET", [...set, ...appended])}${clause("REMOVE", remove)}${clause("ADD", add)}${clause("DELETE", take)}`.trim(),
    ConditionExpression: condition.expression,
    ...(Object.keys(names).length === 0 ? {} : { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: marshall(values, marshallOptions) }),
  };
}
