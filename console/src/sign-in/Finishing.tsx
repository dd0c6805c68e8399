import { useEffect } from "react";
import { useText } from "../i18n/language.ts";
import { refuse } from "./refusal.ts";
import type { OidcConfig } from "./session-config.ts";
import { SignInFault } from "./sign-in-fault.ts";

/** A code is good once, and React may show a component twice: the exchange belongs to the page. */
let finishing: Promise<void> | undefined;

/** Back from the provider: the code becomes a session, and one is where one wanted to go. */
export function Finishing({ config }: { readonly config: OidcConfig }) {
  const { t } = useText();
  useEffect(() => {
    finishing ??= finish(config).finally(() => {
      finishing = undefined;
    });
  }, [config]);
  return (
    <main className="sign-in" aria-busy>
      <p role="status">{t("signIn.finishing")}</p>
    </main>
  );
}

async function finish(config: OidcConfig): Promise<void> {
  try {
    const { finishSignIn } = await import("./finish.ts");
    location.replace(await finishSignIn(config));
  } catch (fault) {
    const kind = fault instanceof SignInFault ? fault.kind : "provider";
    refuse({ kind, detail: fault instanceof Error ? fault.message : String(fault) });
  }
}
