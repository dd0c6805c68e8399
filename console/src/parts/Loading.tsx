import { Skeleton } from "@mantine/core";
import { useText } from "../i18n/language.ts";

const heights = { rows: [52, 52, 52, 52, 52], cards: [132, 132, 132], page: [54, 132, 420], line: [20] } as const;

/** The outline of what will stand here, so that nothing jumps when it does. */
export function Loading({ shape = "rows" }: { readonly shape?: keyof typeof heights }) {
  const { t } = useText();
  return (
    <div className="stack" role="status" aria-busy="true" aria-label={t("common.loading")}>
      {heights[shape].map((height, place) => (
        <Skeleton key={`${place}`} height={height} />
      ))}
    </div>
  );
}
