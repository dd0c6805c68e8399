/** The word by which the page's policy knows the style sheets it allows: another each time the page is opened. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
}
