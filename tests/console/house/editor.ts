import type { Page } from "playwright-core";

export const editor = (page: Page) => page.locator(".cm-content");
/** Waits until the check of the text has found so many problems. */
export const settled = (page: Page, problems: number) =>
  page.locator(`[data-problems="${problems}"]:not([data-checking])`).waitFor({ state: "visible", timeout: 60_000 });

/** Puts the cursor at the end of the line that says this, found as people find it: only what is seen stands in the page. */
export async function goToLine(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+f");
  await page.locator(".cm-search [name=search]").waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("End");
}

/** Writes at the end of a line, in place of its last letters. */
export async function rewrite(page: Page, line: string, letters: number, text: string): Promise<void> {
  await goToLine(page, line);
  for (let count = 0; count < letters; count++) await page.keyboard.press("Backspace");
  await page.keyboard.type(text);
  await page.keyboard.press("Escape");
}
