import "../../theme/mail.css";
import { useMemo, useState } from "react";
import { styleNonce } from "../../theme/style-nonce.ts";
import { dressMail, readMail } from "./shown-mail.ts";

/**
 * A mail's HTML as a mail program would show it, in a frame where no script runs, nothing is fetched and no link leads
 * anywhere. `width` is in pixels; without it the frame is as wide as its place. Its height can be pulled.
 */
export function MailFrame(props: {
  /** What the frame shows, for whoever cannot see it. */
  readonly title: string;
  readonly html: string;
  readonly scheme?: "light" | "dark";
  readonly width?: number;
}) {
  const scheme = props.scheme ?? "light";
  const { document } = useMemo(() => readMail(props.html, styleNonce()), [props.html]);
  const [height, setHeight] = useState(420);
  return (
    <div className="mail-frame" style={{ height: `${height}px`, maxWidth: props.width === undefined ? "100%" : `${props.width}px` }}>
      <iframe
        key={scheme}
        title={props.title}
        // Without `allow-scripts` nothing in it runs; `allow-same-origin` lets this page put the styles on and read the height.
        sandbox="allow-same-origin"
        referrerPolicy="no-referrer"
        srcDoc={document}
        data-scheme={scheme}
        onLoad={({ currentTarget }) => {
          const shown = currentTarget.contentDocument;
          if (shown === null) return;
          dressMail(shown, scheme);
          shown.addEventListener("click", (event) => event.preventDefault());
          setHeight(Math.min(760, Math.max(160, shown.documentElement.scrollHeight + 2)));
          currentTarget.dataset["dressed"] = "";
        }}
      />
    </div>
  );
}
