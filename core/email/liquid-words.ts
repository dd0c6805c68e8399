/** The tags of Liquid that an e-mail may use; each opens a block where Liquid says so. */
export const liquidTags = ["if", "unless", "case", "for", "assign", "comment", "break", "continue", "cycle"] as const;

/** Tags that only stand inside another one. */
export const innerLiquidTags = ["elsif", "else", "when", "endif", "endunless", "endcase", "endfor", "endcomment"] as const;

/** LiquidJS's own filters that are let through. */
export const plainLiquidFilters: readonly string[] = [
  ..."default upcase downcase capitalize strip truncate truncatewords append prepend replace remove split join first last size".split(" "),
  ..."plus minus times divided_by round ceil floor abs at_least at_most url_encode".split(" "),
];

/** Filters of ours: numbers, money and dates as readers of the language write them, and links that lead nowhere bad. */
export const ownLiquidFilters = ["escape", "number", "money", "date", "safe_url"] as const;
