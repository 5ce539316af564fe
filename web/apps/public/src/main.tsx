import "./styles.css";
import { speakUp } from "@orbita/i18n";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { Refused } from "./lib/http";
import { makeRouter } from "./routes";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a network the answer is the same at once; a server that stumbles is asked twice more.
      networkMode: "always",
      retry: (count, error) => error instanceof Refused && error.status >= 500 && count < 2,
      refetchOnWindowFocus: true,
      staleTime: 20_000,
    },
    mutations: { networkMode: "always" },
  },
});

await speakUp(location.pathname.startsWith("/c") ? ["cabinet", "checkout"] : ["checkout"]);

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={makeRouter()} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
