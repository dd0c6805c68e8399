import type { EventBus, Mailer, NameServers, SenderDesk } from "#core/ports/outside.ts";
import type { Fetcher } from "#core/ports/fetcher.ts";
import type { ApiStores, Stores } from "#core/ports/stores.ts";
import type { Runtime } from "#functions/runtime/runtime.ts";
import type { Definitions } from "./definitions.ts";

/** All that the work of a function stands on, made once at its cold start and handed down. */
export interface Workshop {
  readonly stores: Stores;
  readonly bus: EventBus;
  readonly definitions: Definitions;
  /** Asks the senders that tell only ids who it is; absent where nothing that asks them is done. */
  readonly fetcher?: Fetcher;
  readonly runtime: Runtime;
}

/** A workshop from which mail can leave. `publicUrl` is where unsubscribe links lead and has no slash at its end. */
export interface MailWorkshop extends Workshop {
  readonly mailer: Mailer;
  readonly publicUrl: string;
}

/** The workshop of the API, where people of the team come in. */
export interface ApiWorkshop extends MailWorkshop {
  readonly stores: ApiStores;
  readonly sender: SenderDesk;
  readonly names: NameServers;
}
