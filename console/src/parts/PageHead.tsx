import { useTitle } from "./use-title.ts";

/** A page's name and what it is for. */
export function PageHead({ title, lead }: { readonly title: string; readonly lead: string }) {
  useTitle(title);
  return (
    <div>
      <h1>{title}</h1>
      <p className="quiet">{lead}</p>
    </div>
  );
}
