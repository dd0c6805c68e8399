import type { ReadArrival } from "#core/submission/read-arrival.ts";
import { type JsonDelivery, readJson } from "./json-mapping.ts";
import type { Source } from "./source.ts";
import { readTypeform } from "./typeform.ts";

/** Reads a delivery in the way its source's kind is read. */
export function readHook(source: Pick<Source, "kind" | "mapping">, delivery: JsonDelivery): ReadArrival {
  switch (source.kind) {
    case "typeform":
      return readTypeform(delivery, source.mapping);
    case "json":
      return readJson(delivery, source.mapping);
  }
}
