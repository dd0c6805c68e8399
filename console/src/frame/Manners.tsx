import { SegmentedControl } from "@mantine/core";
import { speak, useText } from "../i18n/language.ts";
import { DensitySwitch } from "./DensitySwitch.tsx";
import { SchemeSwitch } from "./SchemeSwitch.tsx";

/** How one likes to read: the language, how close things stand, and the light. */
export function Manners() {
  const { t, language } = useText();
  return (
    <div className="manners">
      <SegmentedControl
        size="xs"
        aria-label={t("app.language")}
        value={language}
        data={["fr", "en"].map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={(value) => speak(value === "fr" ? "fr" : "en")}
      />
      <span className="manners-switches">
        <DensitySwitch />
        <SchemeSwitch />
      </span>
    </div>
  );
}
