import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { stringify } from "csv-stringify/browser/esm/sync";
import { csvFile, save } from "../../api/save-file.ts";
import { useText } from "../../i18n/language.ts";

/** Takes a table along as CSV (RFC 4180, UTF-8). Cells that a spreadsheet would run as formulas are made harmless. */
export function DownloadTable(props: {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}) {
  const { t } = useText();
  const download = (): void => {
    const csv = stringify(
      [props.heads, ...props.rows].map((row) => [...row]),
      { escape_formulas: true, record_delimiter: "\r\n" },
    );
    save(csvFile([csv]), `${props.name}.csv`);
  };
  return (
    <Button variant="subtle" size="xs" leftSection={<IconDownload size={16} stroke={1.7} aria-hidden />} onClick={download}>
      {t("chart.csv")}
    </Button>
  );
}
