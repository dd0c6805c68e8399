const remembered = "relance.first-run";

/** Whether somebody has said, in this browser, that they need no first steps. */
export function isDismissed(): boolean {
  return localStorage.getItem(remembered) === "dismissed";
}

export function dismiss(): void {
  localStorage.setItem(remembered, "dismissed");
}
