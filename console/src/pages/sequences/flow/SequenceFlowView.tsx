import "../../../theme/flow.css";
import { useQuery } from "@tanstack/react-query";
import { answered } from "../../../api/answered.ts";
import { client } from "../../../api/client.ts";
import { useText } from "../../../i18n/language.ts";
import { Failure } from "../../../parts/Failure.tsx";
import { Loading } from "../../../parts/Loading.tsx";
import { FlowHead } from "./FlowHead.tsx";
import { FlowList } from "./FlowList.tsx";
import { flowParts } from "./flow-parts.ts";

/** A published sequence as the way people take through it, with how many are where. The figures are asked for anew while it is shown. */
export function SequenceFlowView({ name }: { readonly name: string }) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ["flow", name],
    queryFn: () => answered(client.GET("/api/definitions/sequence/{name}/flow", { params: { path: { name } } })),
    refetchInterval: 10_000,
  });
  if (query.data === undefined) {
    if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
    return <Loading shape="cards" />;
  }
  const flow = query.data;
  return (
    <section className="flow" aria-label={t("flow.label")} data-flow={name}>
      <FlowHead flow={flow} />
      <FlowList parts={flowParts(flow)} label={t("flow.steps", { version: flow.version })} />
      {query.isError ? <p className="quiet small">{t("flow.stale")}</p> : null}
    </section>
  );
}
