/** Every element of MJML that an e-mail may use (documentation.mjml.io). */
export const mjmlElements: ReadonlySet<string> = new Set(
  (
    "mjml mj-head mj-body mj-attributes mj-all mj-class mj-breakpoint mj-font mj-html-attributes mj-selector mj-html-attribute mj-preview " +
    "mj-style mj-title mj-raw mj-section mj-column mj-group mj-wrapper mj-hero mj-text mj-button mj-image mj-divider mj-spacer mj-table " +
    "mj-social mj-social-element mj-navbar mj-navbar-link mj-accordion mj-accordion-element mj-accordion-title mj-accordion-text " +
    "mj-carousel mj-carousel-image"
  ).split(" "),
);
