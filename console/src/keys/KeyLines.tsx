import { usePlaces } from "../frame/use-places.ts";
import { useText } from "../i18n/language.ts";
import { KeyHint } from "../parts/KeyHint.tsx";
import { type Keys, printed } from "./read-keys.ts";
import { usePageActs } from "./use-page-acts.ts";

/** A key, or several one after the other, and what they do. */
interface KeyLine {
  readonly label: string;
  readonly keys: Keys;
}

/** Keys that do something now: those that lead to pages, and those of the acts at hand. */
export function useKeyLines(): { readonly pages: readonly KeyLine[]; readonly acts: readonly KeyLine[] } {
  const { t } = useText();
  const pages = usePlaces().flatMap(({ keys, label }) => (keys === undefined ? [] : [{ label: t(label), keys }]));
  const isPage = new Set<Keys>(pages.map(({ keys }) => keys));
  const acts = usePageActs().flatMap(({ keys, label }) => (keys === undefined || isPage.has(keys) ? [] : [{ label, keys }]));
  return { pages, acts };
}

export function KeyLines({ lines }: { readonly lines: readonly KeyLine[] }) {
  return (
    <dl className="key-list">
      {lines.map(({ label, keys }) => (
        <div key={`${keys} ${label}`}>
          <dt>{label}</dt>
          <dd>
            <KeyHint keys={keys} />
            <span className="for-ears">{printed(keys, false).join(" ")}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
