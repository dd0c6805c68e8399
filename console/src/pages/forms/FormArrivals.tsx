import { NativeSelect } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconShieldCheck, IconUserCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { Sign } from "#core/submission/sign.ts";
import { useText } from "../../i18n/language.ts";
import { Act } from "../../parts/act/Act.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { Paged } from "../../parts/Paged.tsx";
import { Section } from "../../parts/Section.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { toastList } from "../../parts/toast/toasts.ts";
import { arrivalText } from "../sources/problem-text.ts";
import { type Arrival, ask, type Shown, shown } from "./ask.ts";

/** What came through a form: what was kept apart with the reason, to be taken in; and what was taken in, to be called spam. */
export function FormArrivals({ name }: { readonly name: string }) {
  const { t } = useText();
  const [status, setStatus] = useState<Shown>("discarded");
  return (
    <Section title={t("forms.came.title")} lead={t("forms.came.lead")}>
      <div className="stack">
        <NativeSelect
          label={t("forms.came.show")}
          value={status}
          data={shown.map((value) => ({ value, label: t(`forms.came.${value}`) }))}
          onChange={(event) => setStatus(shown.find((one) => one === event.currentTarget.value) ?? "discarded")}
        />
        <Paged<Arrival>
          name={["form", name, "arrivals", status]}
          read={(cursor) => ask.arrivals(name, status, cursor)}
          empty={
            <Empty icon={IconShieldCheck} title={t(`forms.came.none.${status}`)}>
              {t("forms.came.noneText")}
            </Empty>
          }
        >
          {(items) => (
            <ul className="stack">
              {items.map((one) => (
                <li key={one.id}>
                  <Line name={name} arrival={one} />
                </li>
              ))}
            </ul>
          )}
        </Paged>
      </div>
    </Section>
  );
}

function Line({ name, arrival }: { readonly name: string; readonly arrival: Arrival }) {
  const { t, own } = useText();
  const queries = useQueryClient();
  const { id, status, signs, extracted, personId, reasonText, problem } = arrival;
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ["form", name, "arrivals"] });
  const takeIn = async (): Promise<void> => {
    const taken = await ask.takeIn(id);
    toastList.say({ text: t(taken.status === "processed" ? "forms.came.takenIn" : "forms.came.stillApart") });
    await again();
  };
  const callSpam = async (): Promise<void> => {
    const { personPaused } = await ask.callSpam(id);
    toastList.say({ text: t(personPaused ? "forms.came.spamPaused" : "forms.came.spamOnly") });
    await again();
  };
  const who = extracted.email ?? t("sources.nobody");
  return (
    <article className="stack" aria-label={who}>
      <div className="section-head">
        <div className="row">
          <span className="strong break">{who}</span>
          <span className="quiet small">
            <Moment at={arrival.receivedAt} />
          </span>
        </div>
        <div className="row">
          {personId === null ? null : (
            <Link to="/people/$id" params={{ id: personId }}>
              {t("sources.person")}
            </Link>
          )}
          {status === "processed" ? (
            <Act size="xs" tone="quiet" permission="work:retry" run={callSpam}>
              {t("forms.came.spam")}
            </Act>
          ) : (
            <Act
              size="xs"
              icon={IconUserCheck}
              permission="work:retry"
              whyNot={extracted.email === undefined ? t("forms.came.noAddress") : undefined}
              run={takeIn}
            >
              {t("forms.came.takeIn")}
            </Act>
          )}
        </div>
      </div>
      {signs.length === 0 ? null : (
        <div className="row">
          {signs.map((sign) => (
            <SignTag key={sign.code} sign={sign} />
          ))}
        </div>
      )}
      {signs.length > 0 || reasonText === null ? null : <p className="small break">{arrivalText({ t, own }, { problem, reasonText })}</p>}
      {extracted.message === undefined ? null : <p className="small quiet break">{extracted.message.slice(0, 300)}</p>}
    </article>
  );
}

function SignTag({ sign }: { readonly sign: Sign }) {
  const { t, language } = useText();
  const found = typeof sign.found === "number" ? sign.found.toLocaleString(language) : (sign.found ?? "");
  return <Tag tone="warn">{t(`forms.sign.${sign.code}`, { found })}</Tag>;
}
