import type { ListQuery } from "./use-people-query.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { csvFile, save } from "../../api/save-file.ts";

/** Writes everybody a list shows into a file, page by page, and hands it to the browser to save. Answers how many they are. */
export async function exportPeople(query: ListQuery, tell: (people: number) => void): Promise<number> {
  const parts: string[] = [];
  let people = 0;
  let cursor: string | undefined;
  do {
    const page = await answered(
      client.GET("/api/people/export", { params: { query: { limit: 500, ...query, ...(cursor === undefined ? {} : { cursor }) } } }),
    );
    parts.push(page.csv);
    people += page.people;
    cursor = page.next ?? undefined;
    if (cursor !== undefined) tell(people);
  } while (cursor !== undefined);
  save(csvFile(parts), "people.csv");
  return people;
}
