import { useText } from "../../i18n/language.ts";
import { Section } from "../../parts/Section.tsx";
import type { Column } from "../../parts/table/column.ts";
import { DataTable } from "../../parts/table/DataTable.tsx";
import { Tag } from "../../parts/Tag.tsx";
import { contrast } from "../../theme/contrast.ts";
import { contrastPairs, type Pair } from "../../theme/contrast-pairs.ts";
import { colours } from "../../theme/tokens.ts";

/** Every role of a colour, in the light and in the dark; and every pair that is used, with its contrast. */
export function Colours() {
  const { t, locale } = useText();
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const columns: readonly Column<Pair>[] = [
    {
      id: "pair",
      head: t("design.pair"),
      width: "minmax(0, 2fr)",
      phone: "title",
      cell: ({ of, on }) => t("design.on", { of, on }),
    },
    { id: "light", head: t("scheme.light"), phone: "named", cell: (pair) => <Ratio pair={pair} place={0} write={number.format} /> },
    { id: "dark", head: t("scheme.dark"), phone: "named", cell: (pair) => <Ratio pair={pair} place={1} write={number.format} /> },
    { id: "least", head: t("design.least"), align: "end", phone: "named", cell: ({ atLeast }) => `${number.format(atLeast)} : 1` },
  ];
  return (
    <Section title={t("design.colours")} lead={t("design.coloursLead")}>
      <div className="stack">
        <ul className="swatches">
          {Object.entries(colours).map(([name, [light, dark]]) => (
            <li key={name}>
              <span className="swatch" aria-hidden>
                <span style={{ background: light }} />
                <span style={{ background: dark }} />
              </span>
              <strong>{name}</strong>
              <span className="quiet small">
                {light} · {dark}
              </span>
            </li>
          ))}
        </ul>
        <DataTable
          name={t("design.contrasts")}
          columns={columns}
          rows={contrastPairs}
          idOf={({ of, on }) => `${of} ${on}`}
          nameOf={({ of, on }) => t("design.on", { of, on })}
        />
      </div>
    </Section>
  );
}

/** The ratio, set in the pair itself. */
function Ratio({ pair, place, write }: { readonly pair: Pair; readonly place: 0 | 1; readonly write: (value: number) => string }) {
  const ratio = contrast(colours[pair.of][place], colours[pair.on][place]);
  return (
    <span className="row">
      <span className="sample" aria-hidden style={{ background: colours[pair.on][place], color: colours[pair.of][place] }}>
        {pair.atLeast === 3 ? <span className="sample-mark" style={{ background: colours[pair.of][place] }} /> : "Aa"}
      </span>
      <Tag tone={ratio >= pair.atLeast ? "good" : "bad"}>{`${write(ratio)} : 1`}</Tag>
    </span>
  );
}
