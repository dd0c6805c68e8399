/** `conflict`: the stored revision is not the one this write was decided on. Read again, decide again. */
export type Saved = "saved" | "conflict";
