/** Gmail shows this many bytes of a mail's HTML and hides the rest, the way out with it, behind a link. */
export const gmailClip = 102_000;
