/** Initials in a circle, so that a name is found again at a glance. It says nothing that the name beside it does not. */
export function Face({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  const letters = name
    .split(/[\s@]+/)
    .map((word) => /\p{L}/u.exec(word)?.[0] ?? "")
    .filter((letter) => letter !== "");
  const shown = letters.length > 1 ? `${letters[0] ?? ""}${letters.at(-1) ?? ""}` : (letters[0] ?? "·");
  return (
    <span className={large ? "face large" : "face"} aria-hidden="true">
      {shown.toUpperCase()}
    </span>
  );
}
