import "./styles.css";
import { speak } from "@orbita/api";
import { i18next, speakUp } from "@orbita/i18n";
import { ToastProvider, TooltipProvider } from "@orbita/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { queries } from "./app/queries";
import { makeRouter } from "./routes";

await speakUp(["common"]);
speak(i18next.language);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (system) => {
  document.documentElement.dataset.theme = system.matches ? "dark" : "light";
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
          <RouterProvider router={makeRouter()} />
        </ToastProvider>
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
);
