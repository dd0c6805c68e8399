import * as z from "zod";
import { stageSchema } from "#core/person/stage.ts";

/** What whoever arrives through a source is given, beside what they say themselves. */
export const givenSchema = z.object({
  stage: stageSchema.optional().describe("where somebody new begins; nobody who is known is moved"),
  tags: z.array(z.string()).optional(),
  owner: z.string().optional().describe("e-mail address of who looks after somebody whom nobody looks after"),
});
export type Given = z.infer<typeof givenSchema>;

/** What a source gives, as its arrivals keep it; undefined where it gives nothing. */
export function givenBy({ stage, tags = [], owner }: { readonly [Name in keyof Given]?: Given[Name] | undefined }): Given | undefined {
  const given = {
    ...(stage === undefined ? {} : { stage }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(owner === undefined ? {} : { owner }),
  };
  return Object.keys(given).length === 0 ? undefined : given;
}
