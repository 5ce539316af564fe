import "./styles.css";
import { speak } from "@orbita/api";
import { i18next, speakUp } from "@orbita/i18n";
import { ToastProvider, TooltipProvider } from "@orbita/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { queries } from "./app/queries";
import { SessionProvider } from "./app/session";
import { watchSystemTheme } from "./app/theme";
import { makeRouter } from "./routes";

// The page's policy forbids code made of text; without this zod tries whether it may, and the browser reports it. Its own `config` would load
// zod before the first page; this is where it reads the same.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
watchSystemTheme();
await speakUp(["common", "shell"]);
speak(i18next.language);
i18next.on("languageChanged", (next) => {
  speak(next);
  // What the server words in a language has to be asked for anew.
  void queries.invalidateQueries();
});

const root = document.getElementById("root");
if (!root) {
  throw new Error("no root");
}
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <TooltipProvider delay={350}>
        <ToastProvider>
          <SessionProvider>
            <RouterProvider router={makeRouter()} />
          </SessionProvider>
        </ToastProvider>
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
);
