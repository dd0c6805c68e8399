import { Button } from "@mantine/core";
import { IconLogin2 } from "@tabler/icons-react";
import { useState } from "react";
import type { SessionConfig } from "#contract/session.ts";
import { Manners } from "../frame/Manners.tsx";
import { useText } from "../i18n/language.ts";
import { Failure } from "../parts/Failure.tsx";
import { useTitle } from "../parts/use-title.ts";
import { Path } from "./Path.tsx";
import type { Refusal } from "./refusal.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";
import type { OidcConfig } from "./session-config.ts";
import { TokenForm } from "./TokenForm.tsx";

/** The door: what this is, one button to come in, and what to do where that did not work. */
export function SignInPage(props: {
  readonly config: SessionConfig | undefined;
  readonly fault: Error | undefined;
  readonly retry: () => void;
  readonly refusal: Refusal | undefined;
}) {
  const { t } = useText();
  const { config, fault, refusal } = props;
  useTitle(t("signIn.title"));
  return (
    <main className="sign-in">
      <section className="sign-in-story" aria-hidden>
        <Path />
      </section>
      <section className="sign-in-door">
        <div className="brand">
          <img src="/icon.svg" alt="" />
          Relance
        </div>
        <div>
          <h1>{t("signIn.title")}</h1>
          <p className="quiet">{t("signIn.lead")}</p>
        </div>
        {refusal === undefined ? null : <RefusalNotice refusal={refusal} />}
        {fault === undefined ? null : <Failure fault={fault} retry={props.retry} />}
        {config?.kind === "oidc" ? <GoToProvider config={config} /> : null}
        {config?.kind === "token" ? <TokenForm isWrong={refusal?.kind === "token"} /> : null}
        <Manners />
      </section>
    </main>
  );
}

function GoToProvider({ config }: { readonly config: OidcConfig }) {
  const { t, language } = useText();
  const [isGoing, setGoing] = useState(false);
  const go = (): void => {
    setGoing(true);
    void import("./begin.ts").then(({ beginSignIn }) => beginSignIn(config, language)).catch(() => setGoing(false));
  };
  return (
    <div className="stack">
      <Button size="md" loading={isGoing} leftSection={<IconLogin2 size={20} stroke={1.7} aria-hidden />} onClick={go}>
        {t("signIn.go")}
      </Button>
      <p className="quiet small">{config.demo ? t("signIn.demo") : t("signIn.at", { host: new URL(config.issuer).host })}</p>
    </div>
  );
}
