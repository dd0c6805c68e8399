import type { ReactNode } from "react";
import { useNow } from "../api/use-overview.ts";
import { exact, time, weekday } from "../i18n/formats.ts";
import { useText } from "../i18n/language.ts";

/** Moments grouped by their day, in the order given. */
export function Days<T>(props: {
  readonly items: readonly T[];
  readonly level: "h2" | "h3";
  readonly at: (item: T) => string;
  readonly children: (day: readonly T[]) => ReactNode;
}) {
  const { locale } = useText();
  const now = useNow();
  const Heading = props.level;
  return [...Map.groupBy(props.items, (item) => weekday(props.at(item), locale, now))].map(([day, items]) => (
    <section key={day} className="day">
      <Heading>{day}</Heading>
      {props.children(items)}
    </section>
  ));
}

/** The time of day of a moment whose day stands above it. */
export function TimeOfDay({ at }: { readonly at: string }) {
  const { locale } = useText();
  return (
    <time className="quiet figures" dateTime={at} title={exact(at, locale)}>
      {time(at, locale)}
    </time>
  );
}
