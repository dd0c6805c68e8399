/**
 * Everything the console's look is made of, in one place: the kit's theme and the CSS variables both come from here, `/design`
 * shows them, and a test holds their contrast. A colour is a role, never a hue: [in the light, in the dark].
 */
export const colours = {
  ground: ["#f6f4ee", "#131617"],
  side: ["#efece4", "#171b1c"],
  card: ["#ffffff", "#1c2122"],
  raised: ["#ffffff", "#252b2d"],
  sunk: ["#f1eee7", "#262c2e"],
  line: ["#e4dfd4", "#31383a"],
  edge: ["#8c8577", "#768083"],
  ink: ["#1d2225", "#ecebe6"],
  quiet: ["#5c6063", "#a8afb0"],
  brand: ["#0f5864", "#74bfc9"],
  "brand-hover": ["#0b4650", "#93d0d8"],
  "on-brand": ["#ffffff", "#0b2024"],
  "brand-ground": ["#deeced", "#173a40"],
  link: ["#0f5864", "#8fd0d8"],
  focus: ["#1c7583", "#8fd0d8"],
  fit: ["#1c7583", "#5fb3bf"],
  engagement: ["#cf6a22", "#f0a063"],
  good: ["#23602e", "#97d69f"],
  "good-ground": ["#e0efdd", "#1b3721"],
  act: ["#0d515c", "#a4d9df"],
  "act-ground": ["#deeced", "#173a40"],
  warn: ["#774a08", "#f1c57f"],
  "warn-ground": ["#fbebcf", "#3b2c13"],
  bad: ["#a3261d", "#ffaaa0"],
  "bad-ground": ["#fbe5e0", "#44201c"],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;
export type Colour = keyof typeof colours;

/** Sizes of text, in rem. Titles are set in the serif; everything one works with, in the sans. */
export const sizes = { tiny: 0.75, small: 0.8125, body: 0.9375, large: 1.0625, section: 1.25, title: 1.875, figure: 2.25 } as const;

/** Distances, in rem, by their place on the scale. */
export const spaces = { 1: 0.25, 2: 0.5, 3: 0.75, 4: 1, 5: 1.5, 6: 2, 7: 3, 8: 4 } as const;

export const radii = { small: "0.375rem", medium: "0.625rem", large: "1rem", round: "100rem" } as const;

/** How high a thing lies over the page: [in the light, in the dark]. */
export const elevations = {
  flat: ["0 1px 2px rgb(60 50 30 / 4%)", "none"],
  raised: ["0 2px 6px rgb(60 50 30 / 8%), 0 12px 32px rgb(60 50 30 / 12%)", "0 2px 6px rgb(0 0 0 / 40%), 0 12px 32px rgb(0 0 0 / 45%)"],
} as const;

/** Durations are in ms; all are nothing for whoever asked for less motion. */
export const motion = { quick: "120ms", calm: "220ms", ease: "cubic-bezier(0.2, 0.7, 0.2, 1)" } as const;

/** The same distances for whoever reads long lists: near ones hardly change, wide ones most. */
export const compactSpaces = { 1: 0.25, 2: 0.375, 3: 0.5, 4: 0.75, 5: 1, 6: 1.5, 7: 2, 8: 2.5 } as const;

/**
 * Heights and paddings of what is clicked and read in rows: comfortable by default, compact for whoever reads long lists. Whatever
 * is clicked stays 24 px high at least (WCAG 2.2, 2.5.8).
 */
export const densities = {
  comfortable: {
    control: "2.5rem",
    tab: "2.75rem",
    "side-row": "2.375rem",
    face: "2.25rem",
    "row-pad": "0.8rem",
    "part-pad": "0.85rem",
    leading: "1.5",
  },
  compact: {
    control: "2.125rem",
    tab: "2.25rem",
    "side-row": "1.875rem",
    face: "1.875rem",
    "row-pad": "0.35rem",
    "part-pad": "0.5rem",
    leading: "1.4",
  },
} as const;
export type Density = keyof typeof densities;

export const fonts = {
  text: "'Figtree Variable', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  title: "'Newsreader Variable', ui-serif, Georgia, 'Times New Roman', serif",
  code: "ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
} as const;
