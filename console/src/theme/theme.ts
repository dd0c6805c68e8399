import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** One hue, calm: ink for text, indigo for what can be done, amber for what waits, red for what went wrong. */
const indigo: MantineColorsTuple = [
  "#eef0fd",
  "#d9ddf8",
  "#b3bbf0",
  "#8b97e8",
  "#6a79e1",
  "#5566dc",
  "#4c5fd7",
  "#3d4dc0",
  "#3544ac",
  "#293896",
];

/** The kit's own greys for the dark, brought to our hue: text first, ground last. */
const dark: MantineColorsTuple = [
  "#e9ebf0",
  "#c3c9d4",
  "#a5adbb",
  "#7d8594",
  "#3a404c",
  "#323844",
  "#252932",
  "#1a1d24",
  "#15181e",
  "#121419",
];

export const theme = createTheme({
  primaryColor: "indigo",
  colors: { indigo, dark },
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  fontFamily: "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  headings: { fontWeight: "650", sizes: { h1: { fontSize: "1.6rem" }, h2: { fontSize: "1.15rem" } } },
  defaultRadius: "md",
  cursorType: "pointer",
});
