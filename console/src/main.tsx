import "./no-eval.ts";
import "./theme/kit.css";
import "./theme/fonts.css";
import "./theme/page.css";
import "./theme/frame.css";
import "./theme/parts.css";
import "./theme/overlay.css";
import "./theme/table.css";
import "./theme/acts.css";
import "./theme/chart.css";
import "./theme/sign-in.css";
import "./theme/density.css";
import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblem } from "./api/answered.ts";
import { beginToSpeak, i18n } from "./i18n/language.ts";
import { router } from "./router.tsx";
import { Door } from "./sign-in/Door.tsx";
import { takeToken } from "./sign-in/session.ts";
import { density } from "./theme/density.ts";
import { styleNonce } from "./theme/style-nonce.ts";
import { theme, variables } from "./theme/theme.ts";

takeToken();
density.begin();
addEventListener("hashchange", () => {
  if (takeToken()) location.reload();
});

const queries = new QueryClient({
  defaultOptions: { queries: { retry: (failures, fault) => failures < 2 && !(fault instanceof ApiProblem), staleTime: 2_000 } },
});

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the console");
const root = createRoot(place);
// Not awaited here: what is loaded on the way may want something of this very module.
void beginToSpeak().then(() =>
  root.render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
          <QueryClientProvider client={queries}>
            <Door>
              <RouterProvider router={router} />
            </Door>
          </QueryClientProvider>
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  ),
);
