import { IconArrowsExchange, IconUserSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MergePreview } from "#contract/merges.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { ChoiceField } from "../../parts/form/fields.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { ComparedTable } from "./ComparedTable.tsx";
import { type Named, useMergeActs } from "./merge-acts.ts";

/** Two people side by side, and the one there would be. Which of them stays, and whose address is used, is chosen here. */
export function Comparison(props: {
  readonly one: Named;
  readonly other: Named;
  readonly close: () => void;
  readonly chooseAnother?: () => void;
}) {
  const { t } = useText();
  const { merge } = useMergeActs();
  const [isTurned, setTurned] = useState(false);
  const [address, setAddress] = useState<"kept" | "other">("kept");
  const [kept, other] = isTurned ? [props.other, props.one] : [props.one, props.other];
  const query = useQuery({
    queryKey: ["merge-preview", kept.id, other.id, address],
    queryFn: () =>
      answered(client.GET("/api/people/{id}/merge", { params: { path: { id: kept.id }, query: { other: other.id, address } } })),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <Loading shape="page" />;
  if (query.isError) return <Failure fault={query.error} retry={() => void query.refetch()} />;
  const seen = query.data;
  const turn = (): void => {
    setTurned(!isTurned);
    setAddress(address === "kept" ? "other" : "kept");
  };
  const send = async (): Promise<void> => {
    await merge(kept, other, address);
    props.close();
  };
  return (
    <Form send={send} submit={t("merge.confirm")} permission="people:change">
      <div className="row">
        <Act run={turn} icon={IconArrowsExchange} size="xs">
          {t("merge.swap")}
        </Act>
        {props.chooseAnother === undefined ? null : (
          <Act run={props.chooseAnother} icon={IconUserSearch} size="xs" tone="quiet">
            {t("merge.another")}
          </Act>
        )}
      </div>
      <p className="quiet small">{t(seen.suggested === "kept" ? "merge.suggested" : "merge.notSuggested")}</p>
      <ComparedTable seen={seen} />
      <ChoiceField
        name="address"
        label={t("merge.address")}
        help={t("merge.addressHelp")}
        value={address}
        change={(value) => setAddress(value === "other" ? "other" : "kept")}
        choices={[
          { value: "kept", label: seen.kept.email },
          { value: "other", label: seen.other.email },
        ]}
      />
      <Consequences seen={seen} />
    </Form>
  );
}

/** What follows that no table shows: mails, sequences, and what undoing would do. */
function Consequences({ seen }: { readonly seen: MergePreview }) {
  const { t, own } = useText();
  const marketing = seen.merged.consent.find(({ purpose }) => purpose === "marketing");
  const isSilent = seen.merged.suppressed !== null || marketing === undefined || marketing.withdrawnAt !== null;
  return (
    <>
      <div className="notice" data-tone={isSilent ? "bad" : "plain"}>
        <p>{t("merge.stricter")}</p>
        {isSilent ? <p className="strong">{t("merge.noMail")}</p> : null}
      </div>
      {seen.runs.length === 0 ? null : (
        <div>
          <h3>{t("merge.runs")}</h3>
          <ul>
            {seen.runs.map(({ sequence, name, whose, becomes }) => (
              <li key={`${sequence}${whose}`}>
                {t(becomes === "goes-on" ? "merge.goesOn" : "merge.stops", { name: own(name), who: seen[whose].email })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>{t("merge.undoTitle")}</h3>
        <p className="quiet small">{t("merge.undoMeans")}</p>
      </div>
    </>
  );
}
