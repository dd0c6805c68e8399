import "./theme/kit.css";
import "./theme/fonts.css";
import "./theme/page.css";
import "./theme/frame.css";
import "./theme/parts.css";
import "./theme/overlay.css";
import "./theme/table.css";
import "./theme/chart.css";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblem } from "./api/client.ts";
import { forgetToken, takeToken, token } from "./api/token.ts";
import { i18n } from "./i18n/language.ts";
import { TokenPage } from "./pages/TokenPage.tsx";
import { router } from "./router.tsx";
import { theme, variables } from "./theme/theme.ts";

takeToken();
addEventListener("hashchange", () => {
  if (takeToken()) location.reload();
});

/** Whether the API has refused the token: then every page gives way to the one that asks for it. */
let refused = false;
const listeners = new Set<() => void>();
const queries = new QueryClient({
  defaultOptions: { queries: { retry: (failures, fault) => failures < 2 && !(fault instanceof ApiProblem), staleTime: 2_000 } },
  queryCache: new QueryCache({
    onError: (fault) => {
      if (!(fault instanceof ApiProblem) || fault.status !== 401) return;
      forgetToken();
      refused = true;
      for (const listener of listeners) listener();
    },
  }),
});

function Console() {
  const isRefused = useSyncExternalStore(subscribe, () => refused);
  return isRefused || token() === null ? <TokenPage wrong={isRefused} /> : <RouterProvider router={router} />;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the console");
createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <QueryClientProvider client={queries}>
          <Console />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  </StrictMode>,
);
