import "./pipeline.css";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { IconLayoutKanban } from "@tabler/icons-react";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Board } from "./Board.tsx";

/** The six stages side by side, and who is lost: what each holds, is worth, and who has waited there longest. */
export function PipelinePage() {
  const { t } = useText();
  const isPhone = useMediaQuery("(max-width: 56rem)", undefined, { getInitialValueInEffect: false }) ?? false;
  const query = useQuery({
    queryKey: ["pipeline", "counts"],
    queryFn: () => answered(client.GET("/api/pipeline")),
    refetchInterval: 30_000,
  });
  return (
    <div className="stack">
      <PageHead title={t("pipeline.title")} lead={t("pipeline.lead")} />
      {query.isPending ? <Loading shape="page" /> : null}
      {query.isError ? <Failure fault={query.error} retry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : query.data.stages.every(({ count }) => count === 0) ? (
        <Empty icon={IconLayoutKanban} title={t("pipeline.none")}>
          {t("pipeline.noneText")}
        </Empty>
      ) : (
        <Board columns={query.data.stages} isPhone={isPhone} />
      )}
    </div>
  );
}
