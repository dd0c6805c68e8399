/** A mail's HTML as it is shown in a frame: its links open nothing by themselves, for the page around it does the clicking. */
export function mailDocument(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><meta charset="utf-8"><title></title><body>${html}</body>`;
}
