import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { Finishing } from "./Finishing.tsx";
import { refuse, useRefusal } from "./refusal.ts";
import { useSession } from "./session.ts";
import { sessionConfig } from "./session-config.ts";
import { SignInPage } from "./SignInPage.tsx";

/** Nobody gets in without a session: before it stands the page where one signs in. */
export function Door({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const refusal = useRefusal();
  const queries = useQueryClient();
  const isOutside = session === undefined;
  const config = useQuery({
    queryKey: ["session-config"],
    queryFn: sessionConfig,
    enabled: isOutside,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    // What one person was shown, the next one is not; and whoever is in need not read why they were out.
    if (isOutside) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session-config" });
    else refuse(undefined);
  }, [isOutside, queries]);
  if (!isOutside) return children;
  if (config.data?.kind === "oidc" && location.pathname === config.data.redirectPath && refusal === undefined) {
    return <Finishing config={config.data} />;
  }
  return <SignInPage config={config.data} fault={config.error ?? undefined} retry={() => void config.refetch()} refusal={refusal} />;
}
