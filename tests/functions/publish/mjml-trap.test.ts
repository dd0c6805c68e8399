import { expect, it } from "vitest";
import { createMjmlCompiler } from "#functions/publish/mjml.ts";

const page = (inside: string): string => `<mjml><mj-body>${inside}</mj-body></mjml>`;

// Alone in its file: the instance is the process's.
it("the MJML compiler, once broken by what the check would have refused, is a fault and no problem of the next file", () => {
  const compile = createMjmlCompiler();

  expect(compile(page(`${"<mj-wrapper>".repeat(3_000)}${"</mj-wrapper>".repeat(3_000)}`))).toMatchObject({
    kind: "problem",
    problem: expect.stringContaining("cannot be compiled"),
  });
  expect(() => compile(page(""))).toThrow("Start this process anew");
});
