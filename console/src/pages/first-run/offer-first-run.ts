import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { isDismissed } from "./dismissed.ts";

/** Whether the first steps are shown instead of the first page: the base is empty, and the reader is somebody who can take them. */
export async function isFirstRun(): Promise<boolean> {
  if (isDismissed()) return false;
  try {
    const [me, facts] = await Promise.all([answered(client.GET("/api/me")), answered(client.GET("/api/first-run"))]);
    return !facts.people && me.permissions.includes("definitions:publish");
  } catch {
    // Whatever is wrong, the first page is the one that says so.
    return false;
  }
}
