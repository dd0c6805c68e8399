import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DefinitionName } from "./kinds.ts";

/** A link to where a definition is read and edited. */
export function DefinitionLink({
  to: { kind, name },
  className,
  children,
}: {
  readonly to: DefinitionName;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const look = className === undefined ? {} : { className };
  switch (kind) {
    case "sequence":
      return (
        <Link to="/sequences/$name" params={{ name }} {...look}>
          {children}
        </Link>
      );
    case "email":
      return (
        <Link to="/templates/$name" params={{ name }} {...look}>
          {children}
        </Link>
      );
    case "form":
      return (
        <Link to="/website-forms/$name" params={{ name }} {...look}>
          {children}
        </Link>
      );
    case "scoring":
    case "lifecycle":
    case "person":
    case "settings":
      return (
        <Link to="/scoring/$name" params={{ name: kind }} {...look}>
          {children}
        </Link>
      );
  }
}
