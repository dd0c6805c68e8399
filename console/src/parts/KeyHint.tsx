import { type Keys, printed } from "../keys/read-keys.ts";

const isApple = /Mac|iP(hone|ad|od)/.test(navigator.userAgent);

/** The keys of a shortcut, as they are printed on the keyboard. They are told to nobody who cannot see them: the help lists them. */
export function KeyHint({ keys }: { readonly keys: Keys }) {
  return (
    <span className="keys" aria-hidden="true">
      {printed(keys, isApple).map((key, place) => (
        <kbd key={`${key}${place}`}>{key}</kbd>
      ))}
    </span>
  );
}
