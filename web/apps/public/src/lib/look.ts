import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "./http";
import type { Colours, Look } from "./types";

const names = {
  accent: "--accent",
  on_accent: "--on-accent",
  accent_hover: "--accent-2",
  accent_soft: "--accent-soft",
  accent_text: "--accent-text",
} as const;

/** The name and the legal links of a business; its colours are laid over the page, in the theme of the device. */
export function useLook(slug: string | undefined) {
  const query = useQuery({
    queryKey: ["look", slug],
    queryFn: ({ signal }) => ask<Look>(`/api/public/${encodeURIComponent(slug ?? "")}/site`, { signal }),
    enabled: !!slug,
    staleTime: 300_000,
  });
  const look = query.data;
  useEffect(() => {
    if (!look) {
      return;
    }
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const show = () => {
      const colours: Colours = dark.matches ? look.dark : look.light;
      for (const [key, name] of Object.entries(names)) {
        document.documentElement.style.setProperty(name, colours[key as keyof typeof names]);
      }
    };
    show();
    dark.addEventListener("change", show);
    return () => dark.removeEventListener("change", show);
  }, [look]);
  return query;
}
