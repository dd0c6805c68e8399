import { eventIdOfBody, eventIdOfPost } from "#core/submission/event-id.ts";
import type { Delivery } from "../delivery.ts";

/** What an event is known by where its sender gives it no id. The bytes are hashed once, however many events they hold. */
export interface Delivered extends Pick<Delivery, "headers"> {
  readonly idOfBody: (repeats: boolean) => string;
}

export function delivered({ headers, body, receivedAt }: Pick<Delivery, "headers" | "body" | "receivedAt">): Delivered {
  let once: string | undefined;
  let repeated: string | undefined;
  return {
    headers,
    idOfBody: (repeats) => {
      if (repeats && receivedAt !== undefined) return (repeated ??= eventIdOfPost(body, receivedAt));
      return (once ??= eventIdOfBody(body));
    },
  };
}
