import "../../theme/mail.css";
import { useMemo, useState } from "react";
import { styleNonce } from "../../theme/style-nonce.ts";
import { useWidth } from "../chart/use-width.ts";
import { dressMail, readMail } from "./shown-mail.ts";

/** Heights in px: what a frame has at first, whatever the mail's own. It can be pulled further. */
const [lowest, highest] = [160, 760];

/**
 * A mail's HTML as a mail program would show it, in a frame where no script runs, nothing is fetched and no link leads
 * anywhere. The mail is laid out `width` pixels wide, else as wide as its place but at least `least`; what is wider than its
 * place is shown smaller.
 */
export function MailFrame(props: {
  /** What the frame shows, for whoever cannot see it. */
  readonly title: string;
  readonly html: string;
  readonly scheme?: "light" | "dark";
  readonly width?: number;
  readonly least?: number;
}) {
  const scheme = props.scheme ?? "light";
  const { document } = useMemo(() => readMail(props.html, styleNonce()), [props.html]);
  const [place, room] = useWidth<HTMLDivElement>();
  const [tall, setTall] = useState(lowest);
  const wide = props.width ?? Math.max(room, props.least ?? 0);
  const scale = room === 0 ? 1 : Math.min(1, room / wide);
  return (
    <div className="mail-place" ref={place}>
      <div
        className="mail-frame"
        style={{ width: `${Math.min(room, wide)}px`, height: `${Math.min(highest, Math.max(lowest, Math.ceil(tall * scale)))}px` }}
      >
        <iframe
          key={`${scheme} ${wide}`}
          title={props.title}
          // Without `allow-scripts` nothing in it runs; `allow-same-origin` lets this page put the styles on and read the height.
          sandbox="allow-same-origin"
          referrerPolicy="no-referrer"
          srcDoc={document}
          data-scheme={scheme}
          style={{ width: `${wide}px`, height: `${100 / scale}%`, transform: scale === 1 ? "none" : `scale(${scale})` }}
          onLoad={({ currentTarget }) => {
            const shown = currentTarget.contentDocument;
            if (shown === null) return;
            dressMail(shown, scheme);
            shown.addEventListener("click", (event) => event.preventDefault());
            setTall(shown.documentElement.scrollHeight + 2);
            currentTarget.dataset["dressed"] = "";
          }}
        />
      </div>
    </div>
  );
}
