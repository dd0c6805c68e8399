import { Radio } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { IconFileImport } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Failure } from "../../parts/Failure.tsx";
import { Form } from "../../parts/form/Form.tsx";
import { LongTextField, SwitchField, TextField } from "../../parts/form/fields.tsx";
import { Loading } from "../../parts/Loading.tsx";
import { PageHead } from "../../parts/PageHead.tsx";
import { Section } from "../../parts/Section.tsx";
import { ask, type Basis, bases, type List, type Said } from "./ask.ts";
import { Columns, type Mapping } from "./Columns.tsx";
import { FileField } from "./FileField.tsx";
import { Outcome } from "./Outcome.tsx";
import { useFollowed } from "./use-followed.ts";

/** A list of people is brought in: its file, what its columns are, what we may write on, a trial, and then for good. */
export function NewImportPage() {
  const { t } = useText();
  const [file, setFile] = useState<File>();
  return (
    <div className="stack">
      <PageHead title={t("imports.new")} lead={t("imports.newLead")} back={<Link to="/imports">{t("imports.back")}</Link>} />
      <Section title={t("imports.file")}>
        <FileField file={file} choose={setFile} />
      </Section>
      {file === undefined ? null : <ReadFile key={`${file.name} ${file.size} ${file.lastModified}`} file={file} />}
    </div>
  );
}

function ReadFile({ file }: { readonly file: File }) {
  const {
    data: reading,
    error,
    refetch,
  } = useQuery({
    queryKey: ["imports", "read", file.name, file.size, file.lastModified],
    queryFn: () => ask.read(file),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (error !== null) return <Failure fault={error} retry={() => void refetch()} />;
  if (reading === undefined) return <Loading />;
  return <Described file={file} reading={reading} />;
}

function Described({ file, reading }: { readonly file: File; readonly reading: Awaited<ReturnType<typeof ask.read>> }) {
  const { t } = useText();
  const navigate = useNavigate();
  const [mapping, setMapping] = useState<Mapping>(() => Object.fromEntries(reading.columns.map(({ header, target }) => [header, target])));
  const [basis, setBasis] = useState<Basis>();
  const [evidence, setEvidence] = useState("");
  const [tags, setTags] = useState("");
  const [overwrite, setOverwrite] = useState(false);
  const [tried, setTried] = useState<{ readonly list: List; readonly as: string }>();
  const hasAddress = Object.values(mapping).includes("email");
  const said: Said | undefined = basis === undefined ? undefined : { mapping, basis, evidence: evidence.trim(), tags, overwrite };
  // A trial tells of what was said then: what is said otherwise since has to be tried again.
  const isTried = tried !== undefined && tried.as === JSON.stringify(said);
  const tryOut = async (): Promise<void> => {
    if (said !== undefined) setTried({ list: await ask.bring(file, said, true), as: JSON.stringify(said) });
  };
  const bring = async (): Promise<void> => {
    if (said === undefined) return;
    const { id } = await ask.bring(file, said, false);
    await navigate({ to: "/imports/$id", params: { id } });
  };
  return (
    <>
      <Section
        title={t("imports.columns")}
        lead={t("imports.columnsLead", { encoding: reading.encoding, delimiter: nameOfDelimiter(t, reading.delimiter) })}
        flush
      >
        <Columns reading={reading} mapping={mapping} change={setMapping} />
      </Section>
      {hasAddress ? null : (
        <p role="alert" className="card">
          {t("imports.noAddress")}
        </p>
      )}
      <Section title={t("imports.basisTitle")} lead={t("imports.basisLead")}>
        <Form send={tryOut} permission="people:import" submit={t("imports.try")}>
          <Radio.Group
            name="basis"
            aria-label={t("imports.basisTitle")}
            value={basis ?? ""}
            onChange={(value) => setBasis(bases.find((one) => one === value))}
            required
          >
            <div className="radios">
              {bases.map((one) => (
                <Radio key={one} value={one} required label={t(`imports.basis.${one}`)} description={t(`imports.basisHelp.${one}`)} />
              ))}
            </div>
          </Radio.Group>
          {basis === "none" || basis === undefined ? null : (
            <LongTextField
              name="evidence"
              label={t(`imports.evidence.${basis}`)}
              help={t("imports.evidenceHelp")}
              rows={2}
              required
              value={evidence}
              change={setEvidence}
            />
          )}
          <TextField name="tags" label={t("imports.tags")} help={t("imports.tagsHelp")} value={tags} change={setTags} />
          <SwitchField
            name="overwrite"
            label={t("imports.overwrite")}
            help={t("imports.overwriteHelp")}
            value={overwrite}
            change={setOverwrite}
          />
        </Form>
      </Section>
      {isTried ? <Trial list={tried.list} bring={bring} /> : null}
    </>
  );
}

/** What the list would do, and the way to do it. It is looked at where it comes up: the eye is still at the form above. */
function Trial({ list, bring }: { readonly list: List; readonly bring: () => Promise<void> }) {
  const { t } = useText();
  const followed = useFollowed(list);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    // No value given on: newer browsers answer a promise, and an effect may only answer its end.
    section.current?.scrollIntoView({ block: "nearest" });
  }, [followed.state]);
  return (
    <section ref={section} className="stack" aria-label={t("imports.trial")} data-import={followed.state}>
      <div className="section-head">
        <h2>{t("imports.trial")}</h2>
        {followed.state === "done" ? (
          <Act icon={IconFileImport} tone="main" permission="people:import" run={bring}>
            {t("imports.bring", { count: followed.created + followed.updated })}
          </Act>
        ) : null}
      </div>
      <Outcome list={followed} />
    </section>
  );
}

function nameOfDelimiter(t: ReturnType<typeof useText>["t"], delimiter: string): string {
  return delimiter === "\t" ? t("imports.tab") : delimiter;
}
