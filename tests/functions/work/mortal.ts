import type { TestWorkshop } from "./a-workshop.ts";

/** Store methods that only read. */
const reads =
  /^(dossier|briefs|several|listed|ranked|find|findAll|findById|findByKey|has|page|suppressions|due|upcoming|parked|current|version|versions|list|rows|row|read|logged|count|delivery|rootKey|sharing|of)$/;

/**
 * The same workshop in a process that dies at its n-th write: before it, or after it but before anybody hears of it. From
 * then on nothing it asks for happens.
 */
export function mortal(
  workshop: TestWorkshop,
  death: { readonly atWrite: number; readonly when: "before" | "after" },
): { readonly workshop: TestWorkshop; readonly isDead: () => boolean } {
  let writes = 0;
  let isDead = false;
  const die = (): never => {
    isDead = true;
    throw new Error("the process died here");
  };
  const fragile = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== "function") return method;
        return async (...given: unknown[]): Promise<unknown> => {
          if (isDead) die();
          if (reads.test(String(name))) return method.apply(target, given);
          writes += 1;
          // Of writes that are under way side by side each has its own number.
          const isLast = writes === death.atWrite;
          if (isLast && death.when === "before") die();
          const answer: unknown = await method.apply(target, given);
          if (isLast) die();
          return answer;
        };
      },
    });
  const stores = Object.fromEntries(Object.entries(workshop.stores).map(([name, store]) => [name, fragile(store)]));
  const clone: TestWorkshop = Object.create(workshop, {
    stores: { value: stores },
    bus: { value: fragile(workshop.bus) },
  });
  return { workshop: clone, isDead: () => isDead };
}
