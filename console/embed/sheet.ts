/** Adds rules as a constructed sheet, which a policy without `unsafe-inline` lets pass (CSP level 3 governs markup, not the CSSOM). */
export function dress(rules: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // A browser without constructed sheets shows the page's own look.
  }
}
