import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FlowStep } from "#contract/sequence-flow.ts";
import { type FlowPart, flowParts } from "#console/src/pages/sequences/flow/flow-parts.ts";

const send = (id: string, next: string | null): FlowStep => ({
  id,
  counts: null,
  kind: "send",
  email: id,
  subject: {},
  anyHour: false,
  next,
});
const branch = (id: string, yes: string | null, no: string | null): FlowStep => ({
  id,
  counts: null,
  kind: "branch",
  label: id,
  when: "true",
  yes,
  no,
});
const exit = (id: string): FlowStep => ({ id, counts: null, kind: "exit", because: "enough" });

/** A flow in a line: `a ?b[c|] d .` where `.` is the end. */
function written(parts: readonly FlowPart[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case "step":
          return part.step.id;
        case "branch":
          return `?${part.step.id}[${written(part.yes)}|${written(part.no)}]`;
        case "end":
          return ".";
        case "goes-to":
          return `>${part.step}`;
      }
    })
    .join(" ");
}
const read = (...steps: readonly FlowStep[]): string => written(flowParts({ first: steps[0]?.id ?? "", steps: [...steps] }));

describe("a flow as it is read", () => {
  it("is one way down to its end", () => {
    expect(read(send("a", "b"), send("b", null))).toBe("a b .");
  });

  it("opens at a branch and closes where both arms meet", () => {
    expect(read(branch("b", "y", "n"), send("y", "m"), send("n", "m"), send("m", null))).toBe("?b[y|n] m .");
    expect(read(branch("b", "y", "m"), send("y", "m"), send("m", null))).toBe("?b[y|] m .");
    expect(read(branch("b", "y", null), send("y", null))).toBe("?b[y|] .");
  });

  it("goes on by the arm that does not end the run", () => {
    expect(read(branch("b", "x", "n"), exit("x"), send("n", null))).toBe("?b[x|] n .");
    expect(read(branch("b", "y", "x"), send("y", null), exit("x"))).toBe("?b[|x] y .");
    expect(read(branch("b", "x", "z"), exit("x"), exit("z"))).toBe("?b[x|z]");
  });

  it("nests branches in branches", () => {
    const steps = [branch("a", "b", "m"), branch("b", "c", "d"), send("c", "m"), send("d", "m"), send("m", null)];

    expect(read(...steps)).toBe("?a[?b[c|d]|] m .");
  });

  it("tells of a step that stands elsewhere where no nesting can", () => {
    expect(read(branch("a", "c", "d"), branch("c", "e", "f"), send("d", "e"), send("e", "g"), send("f", "g"), send("g", null))).toContain(
      ">e",
    );
  });

  it("shows every step that can be reached, and each once, whatever the graph", () => {
    const graph = fc.array(fc.tuple(fc.nat(3), fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 12 });

    fc.assert(
      fc.property(graph, (rough) => {
        const after = (place: number, far: number): string | null => {
          const to = place + 1 + (far % 4);
          return to < rough.length ? `s${to}` : null;
        };
        const steps = rough.map(([kind, one, other], place) => {
          if (kind === 0) return branch(`s${place}`, after(place, one), after(place, other));
          return kind === 1 ? exit(`s${place}`) : send(`s${place}`, after(place, one));
        });
        const line = read(...steps);
        const shown = [...line.matchAll(/(?<![>\w])\??(s\d+)/g)].map(([, id]) => id);
        const reachable = new Set<string>();
        const walk = (id: string | null): void => {
          const step = steps.find((one) => one.id === id);
          if (step === undefined || reachable.has(step.id)) return;
          reachable.add(step.id);
          if (step.kind === "branch") [step.yes, step.no].forEach(walk);
          else if (step.kind !== "exit") walk(step.next);
        };
        walk("s0");

        expect(shown).toHaveLength(reachable.size);
        expect(new Set(shown)).toEqual(reachable);
      }),
    );
  });
});
