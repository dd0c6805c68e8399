import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** A link to a page of ours by its address, followed without loading everything anew. Where the page is known by its route, `Link` is better. */
export function PlaceHref({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const router = useRouter();
  return (
    <a
      href={href}
      className="strong break"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {children}
    </a>
  );
}
