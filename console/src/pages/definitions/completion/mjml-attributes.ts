/** Attributes of MJML by element (documentation.mjml.io); those of `*` stand on most of them. */
const byElement: Readonly<Record<string, string>> = {
  "*": "css-class padding mj-class",
  mjml: "lang",
  "mj-body": "background-color width",
  "mj-section": "background-color background-url background-size border border-radius full-width text-align direction",
  "mj-wrapper": "background-color background-url border border-radius full-width text-align",
  "mj-column": "background-color border border-radius inner-background-color vertical-align width",
  "mj-group": "background-color direction vertical-align width",
  "mj-hero": "background-color background-height background-position background-url height mode vertical-align",
  "mj-text":
    "align color container-background-color font-family font-size font-style font-weight height letter-spacing line-height text-decoration",
  "mj-button":
    "align background-color border border-radius color font-family font-size font-weight height href inner-padding line-height rel target title vertical-align width",
  "mj-image": "align alt border border-radius fluid-on-mobile height href rel sizes src srcset target title width",
  "mj-divider": "align border-color border-style border-width width",
  "mj-spacer": "height",
  "mj-table": "align cellpadding cellspacing color font-family font-size line-height table-layout width",
  "mj-social": "align border-radius font-size icon-size mode",
  "mj-social-element": "align alt background-color color href name src",
  "mj-all": "font-family font-size color line-height",
  "mj-class": "name",
  "mj-font": "name href",
  "mj-breakpoint": "width",
  "mj-style": "inline",
  a: "href style title",
  img: "alt src width height style",
};

export function attributesOf(element: string): readonly string[] {
  const own = byElement[element]?.split(" ") ?? [];
  const shared = element.startsWith("mj-") ? (byElement["*"]?.split(" ") ?? []) : [];
  return [...own, ...shared];
}
