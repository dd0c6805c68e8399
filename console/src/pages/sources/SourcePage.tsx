import "../../theme/sources.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../i18n/language.ts";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Tabs } from "../../parts/Tabs.tsx";
import { Arrivals } from "./Arrivals.tsx";
import { ask } from "./ask.ts";
import { HealthTag } from "./HealthTag.tsx";
import { Live } from "./Live.tsx";
import { Setup } from "./Setup.tsx";
import { SourceSettings } from "./SourceSettings.tsx";

/** How often whoever waits for a delivery is told of it, in ms: each asking costs three read units. */
const pause = 3_000;

type Side = "setup" | "arrivals" | "settings";

/** One source: how it is connected, what came through it, and what is done with that. */
export function SourcePage() {
  const { t } = useText();
  const { id = "" } = useParams({ strict: false });
  const source = useQuery({ queryKey: ["source", id], queryFn: () => ask.source(id) });
  const arrivals = useQuery({ queryKey: ["source", id, "arrivals"], queryFn: () => ask.arrivals(id), refetchInterval: pause });
  const [chosen, choose] = useState<Side>();
  // Decided once: who waits on the address sees the first delivery arrive there, and is not carried off.
  if (chosen === undefined && arrivals.data !== undefined) choose(arrivals.data.recent.length === 0 ? "setup" : "arrivals");
  if (source.isPending) return <Loading />;
  if (source.isError) return <Failure fault={source.error} retry={() => void source.refetch()} />;
  const side = chosen ?? "setup";
  const held = arrivals.data?.inQuarantine ?? 0;
  return (
    <div className="stack">
      <PageHead
        title={source.data.name}
        back={<Link to="/sources">{t("sources.back")}</Link>}
        actions={arrivals.data === undefined ? null : <HealthTag health={arrivals.data.health} />}
      />
      <Tabs<Side>
        label={t("sources.tabs")}
        tabs={[
          { id: "setup", label: t("sources.tab.setup") },
          { id: "arrivals", label: t("sources.tab.arrivals"), ...(held === 0 ? {} : { count: held }) },
          { id: "settings", label: t("sources.tab.settings") },
        ]}
        chosen={side}
        choose={choose}
      >
        {side === "setup" ? (
          <div className="columns">
            <Setup source={source.data} />
            <Live arrivals={arrivals.data} look={() => choose("arrivals")} />
          </div>
        ) : null}
        {side === "arrivals" ? <Arrivals source={source.data} latest={arrivals.data?.recent[0]?.id} held={held} /> : null}
        {side === "settings" ? <SourceSettings key={source.data.rev} source={source.data} /> : null}
      </Tabs>
    </div>
  );
}
