import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { colours, compactSpaces, densities, elevations, fonts, motion, radii, sizes, spaces } from "./tokens.ts";

/** The brand's hue in the ten steps the kit asks for; 7 is `brand` in the light, 3 in the dark. */
const petrol: MantineColorsTuple = [
  "#eaf4f5",
  "#d3e8ea",
  "#a8d4da",
  "#74bfc9",
  "#4fa5b1",
  "#2f8b98",
  "#1c7583",
  "#0f5864",
  "#0b4650",
  "#07363e",
];

/** The kit's own greys for the dark, brought to our hue: text first, ground last. */
const dark: MantineColorsTuple = [
  colours.ink[1],
  "#c9cdcc",
  colours.quiet[1],
  "#858d8f",
  colours.edge[1],
  colours.line[1],
  colours.card[1],
  colours.card[1],
  "#171b1c",
  colours.ground[1],
];

export const theme = createTheme({
  primaryColor: "petrol",
  colors: { petrol, dark },
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  black: colours.ink[0],
  fontFamily: fonts.text,
  fontFamilyMonospace: fonts.code,
  headings: { fontFamily: fonts.title, fontWeight: "560" },
  fontSizes: {
    xs: `${sizes.tiny}rem`,
    sm: `${sizes.small}rem`,
    md: `${sizes.body}rem`,
    lg: `${sizes.large}rem`,
    xl: `${sizes.section}rem`,
  },
  radius: { xs: radii.small, sm: radii.small, md: radii.medium, lg: radii.large, xl: radii.round },
  defaultRadius: "md",
  cursorType: "pointer",
  components: { Button: Button.extend({ vars: (_theme, { variant, color }) => ({ root: filledButton(variant, color) }) }) },
});

/** The kit reckons a filled button's text for the light alone: in the dark it would be white on a light colour. Ours is a pair of tokens. */
function filledButton(variant: string | undefined, color: string | undefined) {
  if (variant !== undefined && variant !== "filled") return {};
  return color === undefined
    ? { "--button-bg": "var(--brand)", "--button-hover": "var(--brand-hover)", "--button-color": "var(--on-brand)" }
    : color === "red"
      ? { "--button-bg": "var(--bad)", "--button-hover": "var(--bad)", "--button-color": "var(--ground)" }
      : {};
}

/** The tokens as CSS variables: `--ink`, `--text-body`, `--space-4`, `--radius-medium`, `--lift-raised`, `--motion-quick`, `--font-title`; what density.css takes in their place, as `--compact-space-4`. */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    ...named("text", sizes, (rem) => `${rem}rem`),
    ...named("space", spaces, (rem) => `${rem}rem`),
    ...named("radius", radii, String),
    ...named("motion", motion, String),
    ...named("font", fonts, String),
    ...named("", densities.comfortable, String),
    ...named("compact", densities.compact, String),
    ...named("compact-space", compactSpaces, (rem) => `${rem}rem`),
  },
  light: { ...inLight(), "--mantine-color-default-border": colours.line[0], ...kitText(0) },
  dark: { ...inDark(), "--mantine-color-body": colours.ground[1], "--mantine-color-default-border": colours.line[1], ...kitText(1) },
});

/** The kit's own names for help, placeholders and refusals, by our roles: its greys and reds are too pale to be read. */
const kitText = (place: 0 | 1) => ({
  "--mantine-color-dimmed": colours.quiet[place],
  "--mantine-color-placeholder": colours.quiet[place],
  "--mantine-color-error": colours.bad[place],
  "--mantine-color-red-light": colours["bad-ground"][place],
  "--mantine-color-red-light-hover": colours["bad-ground"][place],
  "--mantine-color-red-light-color": colours.bad[place],
});

const inLight = () => ({ ...named("", colours, ([light]) => light), ...named("lift", elevations, ([light]) => light) });
const inDark = () => ({ ...named("", colours, ([, night]) => night), ...named("lift", elevations, ([, night]) => night) });

function named<T>(family: string, values: Readonly<Record<string, T>>, write: (value: T) => string): Record<string, string> {
  const prefix = family === "" ? "--" : `--${family}-`;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, write(value)]));
}
