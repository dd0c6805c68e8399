import { Link } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FirstRun } from "#contract/first-run.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { useSettingsFile } from "../../settings/file/use-settings-file.ts";
import { WhoForm } from "../../settings/file/WhoForm.tsx";
import { exampleFiles } from "./example-files.ts";

/** Who writes, and whether SES lets them. */
export function SenderStep({ facts }: { readonly facts: FirstRun }) {
  const { t } = useText();
  const queries = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const begin = async (): Promise<void> => {
    await answered(client.POST("/api/publish", { body: { files: await exampleFiles("base"), note: t("firstRun.baseNote") } }));
    await queries.invalidateQueries();
    setChanging(true);
  };
  if (facts.sender === null)
    return (
      <div className="stack">
        <p>{t("firstRun.noSettings")}</p>
        <div>
          <Act tone="main" permission="definitions:publish" run={begin}>
            {t("firstRun.begin")}
          </Act>
        </div>
      </div>
    );
  const { company, name, address, maySend } = facts.sender;
  return (
    <div className="stack">
      <p className="break">{t("firstRun.writes", { company, name, address })}</p>
      {maySend === true ? <p className="quiet small">{t("firstRun.maySend")}</p> : null}
      {maySend === false ? (
        <p className="said small">
          {t("firstRun.mayNotSend")}{" "}
          <Link to="/settings/$section" params={{ section: "sender" }}>
            {t("settings.sender")}
          </Link>
        </p>
      ) : null}
      {isChanging ? (
        <Change close={() => setChanging(false)} />
      ) : (
        <div>
          <Act permission="definitions:publish" run={() => setChanging(true)}>
            {t("firstRun.change")}
          </Act>
        </div>
      )}
    </div>
  );
}

function Change({ close }: { readonly close: () => void }) {
  const { settings } = useSettingsFile();
  return settings === undefined ? <Loading /> : <WhoForm settings={settings} after={close} />;
}
