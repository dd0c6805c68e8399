import { Link } from "@tanstack/react-router";
import { useOverview } from "../api/use-overview.ts";
import { PaletteButton } from "./PaletteButton.tsx";
import { home } from "../registry.ts";

/** The phone's first line: whose base this is. */
export function TopBar() {
  const company = useOverview()?.company;
  return (
    <header className="top">
      <Link to={home} className="brand" activeProps={{ "aria-current": undefined }}>
        <img src="/icon.svg" alt="" />
        <span className="clip">{company ?? "Relance"}</span>
      </Link>
      <PaletteButton isSmall />
    </header>
  );
}
