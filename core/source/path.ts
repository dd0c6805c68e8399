import { isObject, type Json } from "./json.ts";
import { remembering } from "./remembering.ts";

/** The steps of a path: `.key`, `[0]` and `["a key with . in it"]`, in any order. */
const steps = /(?:^|\.)([^.[\]]+)|\[(\d+)\]|\["([^"]*)"\]|\['([^']*)'\]/y;

/** The keys and indexes a path goes through; undefined if it is no path. A `$` for the root, as in JSONPath, may stand before it. */
export const parsePath = remembering((text): readonly string[] | undefined => {
  const path = text.replace(/^\$\.?(?=.)/, "");
  const keys: string[] = [];
  steps.lastIndex = 0;
  while (steps.lastIndex < path.length) {
    const step = steps.exec(path);
    if (step === null) return undefined;
    keys.push(step[1] ?? step[2] ?? step[3] ?? step[4] ?? "");
  }
  return keys.length === 0 ? undefined : keys;
});

/**
 * What stands at a path of a JSON value. A key that is the whole path wins (`1.3` is one key in some senders' JSON). Only own
 * keys are seen: `__proto__` leads nowhere.
 */
export function valueAt(json: Json, path: string): Json | undefined {
  if (isObject(json) && Object.hasOwn(json, path)) return json[path];
  let value: Json | undefined = json;
  for (const key of parsePath(path) ?? []) value = child(value, key);
  return value === json ? undefined : value;
}

/** A path that is gone many times, worked out once. What is no path leads nowhere. */
export type Path = (json: Json) => Json | undefined;

export function pathTo(text: string): Path {
  const keys = parsePath(text) ?? [text];
  return (json) => {
    let value: Json | undefined = json;
    for (const key of keys) value = child(value, key);
    return value;
  };
}

function child(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The path one key further. */
export function joinPath(path: string, key: string): string {
  const step = /^[^.[\]"']+$/.test(key) ? key : `["${key}"]`;
  return path === "" || step.startsWith("[") ? path + step : `${path}.${step}`;
}
