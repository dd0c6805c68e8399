import { useEffect } from "react";

/** Names the tab after its page (WCAG 2.4.2). */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Relance`;
  }, [title]);
}
