import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";

/** A file as it is sent: packed, for a list of a hundred thousand rows is a fifth of its size then. */
async function packed(file: File): Promise<File> {
  const stream = file.stream().pipeThrough(new CompressionStream("gzip"));
  return new File([await new Response(stream).blob()], file.name, { type: "application/gzip" });
}

async function formOf(file: File, said: Readonly<Record<string, string>> = {}): Promise<FormData> {
  const form = new FormData();
  form.set("file", await packed(file), file.name);
  for (const [name, value] of Object.entries(said)) form.set(name, value);
  return form;
}

/** What is said of a list beside its file. */
export interface Said {
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly basis: Basis;
  readonly evidence: string;
  readonly tags: string;
  readonly overwrite: boolean;
}

/** What the pages of lists ask the API. A form's own type is that of its texts: the file goes by the form itself. */
export const ask = {
  imports: (cursor: string | undefined) =>
    answered(client.GET("/api/imports", { params: { query: { limit: 20, ...(cursor === undefined ? {} : { cursor }) } } })),
  import: (id: string) => answered(client.GET("/api/imports/{id}", { params: { path: { id } } })),
  read: async (file: File) => {
    const form = await formOf(file);
    return answered(client.POST("/api/imports/read", { body: { file: file.name }, bodySerializer: () => form }));
  },
  bring: async (file: File, said: Said, dryRun: boolean) => {
    const { mapping, basis, evidence, tags, overwrite } = said;
    const texts = { mapping: JSON.stringify(mapping), basis, evidence, tags, overwrite: String(overwrite), dryRun: String(dryRun) };
    const form = await formOf(file, texts);
    return answered(client.POST("/api/imports", { body: { file: file.name, basis }, bodySerializer: () => form }));
  },
  refused: (id: string, lang: "fr" | "en", cursor?: string) =>
    answered(
      client.GET("/api/imports/{id}/refused", {
        params: { path: { id }, query: { lang, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  attributes: () => answered(client.GET("/api/attributes")),
};

export type Reading = Awaited<ReturnType<typeof ask.read>>;
export type List = Awaited<ReturnType<typeof ask.import>>;
export type Basis = List["basis"];
export const bases = ["consent", "legitimate-interest", "none"] as const satisfies readonly Basis[];
