import { IconArrowsRightLeft, IconSend, IconTag, IconTagOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PersonSummary } from "#contract/api.ts";
import { stages, stageSchema } from "#core/person/stage.ts";
import type { ListQuery } from "./use-people-query.ts";
import { answered } from "../../api/answered.ts";
import { client } from "../../api/client.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { ChoiceField, LongTextField, TextField } from "../../parts/form/fields.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { begin, type BulkAct, type Chosen } from "./begin-bulk.ts";

/** What can be done with everybody who is chosen: each act asks what it needs, then begins as a job. */
export function BulkActs(props: {
  readonly people: readonly PersonSummary[];
  readonly query: ListQuery | undefined;
  readonly begun: () => void;
}) {
  const { t } = useText();
  const [act, setAct] = useState<BulkAct["act"]>();
  const close = (): void => setAct(undefined);
  const chosen: Chosen = props.query === undefined ? { people: props.people } : { query: props.query };
  const begun = (): void => {
    close();
    props.begun();
  };
  const title = act === undefined ? "" : t(titles[act]);
  return (
    <>
      <Act size="xs" icon={IconTag} permission="people:change" run={() => setAct("tag")}>
        {t("people.tag")}
      </Act>
      <Act size="xs" icon={IconTagOff} permission="people:change" run={() => setAct("untag")}>
        {t("people.untag")}
      </Act>
      <Act size="xs" icon={IconArrowsRightLeft} permission="people:change" run={() => setAct("stage")}>
        {t("people.move")}
      </Act>
      <Act size="xs" icon={IconSend} permission="people:enrol" run={() => setAct("enter")}>
        {t("people.enrol")}
      </Act>
      <Dialog isOpen={act !== undefined} close={close} title={title}>
        {act === undefined ? null : <Asked act={act} chosen={chosen} begun={begun} />}
      </Dialog>
    </>
  );
}

const titles = { tag: "people.tag", untag: "people.untag", stage: "people.move", enter: "people.enrol" } as const;

function Asked({ act, chosen, begun }: { readonly act: BulkAct["act"]; readonly chosen: Chosen; readonly begun: () => void }) {
  const { t, language } = useText();
  const [tag, setTag] = useState("");
  const [stage, setStage] = useState<PersonSummary["stage"]>("connection");
  const [reason, setReason] = useState("");
  const sequences = useQuery({
    queryKey: ["definitions", "sequence"],
    queryFn: () => answered(client.GET("/api/definitions", { params: { query: { kind: "sequence" } } })),
    enabled: act === "enter",
  }).data?.items;
  const [sequence, setSequence] = useState<string>();
  const name = sequence ?? sequences?.[0]?.name ?? "";
  const send = async (): Promise<void> => {
    await begin(asked(act, { tag: tag.trim(), stage, sequence: name }), chosen, reason.trim(), {
      said: t(titles[act]),
      taken: t("people.undoReason"),
    });
    begun();
  };
  if (act === "enter" && sequences === undefined) return <Loading shape="line" />;
  const who = "people" in chosen ? t("people.whoSome", { count: chosen.people.length }) : t("people.whoAll");
  return (
    <Form send={send} submit={t("people.confirm", { who })} permission={act === "enter" ? "people:enrol" : "people:change"}>
      {act === "tag" || act === "untag" ? (
        <TextField name="act" label={t("people.tagName")} value={tag} change={setTag} required />
      ) : act === "stage" ? (
        <>
          <ChoiceField
            name="act"
            label={t("people.newStage")}
            value={stage}
            choices={stages.map((value) => ({ value, label: t(`stage.${value}`) }))}
            change={(value) => {
              const read = stageSchema.safeParse(value);
              if (read.success) setStage(read.data);
            }}
          />
          <LongTextField
            name="reason"
            label={t("act.reason")}
            help={t("act.reasonKept")}
            rows={2}
            required
            value={reason}
            change={setReason}
          />
        </>
      ) : (
        <>
          <ChoiceField
            name="act"
            label={t("people.sequence")}
            value={name}
            choices={(sequences ?? []).map((one) => ({ value: one.name, label: one.title[language] ?? one.name }))}
            change={setSequence}
          />
          <p className="quiet small">{t("people.enrolNote")}</p>
        </>
      )}
      {"people" in chosen || act === "enter" ? null : <p className="quiet small">{t("people.allNoUndo")}</p>}
    </Form>
  );
}

function asked(act: BulkAct["act"], told: { tag: string; stage: PersonSummary["stage"]; sequence: string }): BulkAct {
  switch (act) {
    case "tag":
    case "untag":
      return { act, tag: told.tag };
    case "stage":
      return { act, stage: told.stage };
    case "enter":
      return { act, sequence: told.sequence };
  }
}
