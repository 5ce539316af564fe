import { api, type Schema, take } from "@orbita/api";
import { queryOptions } from "@tanstack/react-query";
import type { Values } from "@/lib/quick-form";
import { settingsKey } from "./queries";

export type Website = Schema<"SiteWebsite">;
export const sections = [
  "offer",
  "steps",
  "about",
  "results",
  "prices",
  "questions",
  "contacts",
  "look",
  "layout",
  "search",
  "widget",
  "legal",
] as const satisfies (keyof Website)[];
export type Section = (typeof sections)[number];

export const websiteQuery = queryOptions({
  queryKey: [...settingsKey, "website"],
  queryFn: async ({ signal }) => {
    const call = await api.GET("/api/website-settings", { signal });
    const site = await take(Promise.resolve(call));
    return { site, version: call.response.headers.get("ETag") ?? undefined };
  },
});

/** How a field is written in the form: a list as lines, an item of two or three parts as «one | two». */
type How = "text" | "area" | "lines" | "blocks" | "corner" | "switch" | readonly string[];

export const shape: Record<Section, Record<string, How>> = {
  offer: { title: "text", lead: "area", button: "text", facts: ["value", "label"] },
  steps: { title: "text", items: ["title", "text"] },
  about: { title: "text", text: "area", points: "lines" },
  results: { title: "text", items: ["name", "note", "text"] },
  prices: { title: "text", lead: "area" },
  questions: { title: "text" },
  contacts: { title: "text", phone: "text", email: "text", address: "text", hours: "text", links: "lines" },
  look: { accent: "text" },
  layout: { blocks: "blocks" },
  search: { title: "text", description: "area", indexed: "switch" },
  widget: { enabled: "switch", greeting: "area", position: "corner", quick_replies: "lines", origins: "lines" },
  legal: { operator: "text", consent: "area", privacy_url: "text", offer_url: "text" },
};

/** What the public page is put together from. */
export const blocks = ["steps", "about", "results", "prices", "questions", "contacts", "form"] as const;

/** The order of blocks with other words for them: names for people, codes for the server. A word that is not known stays, for the server to refuse. */
export function translated(values: Values, section: Section, words: ReadonlyMap<string, string>): Values {
  const { blocks: lines } = values;
  if (section !== "layout" || typeof lines !== "string") {
    return values;
  }
  const known = new Map([...words].map(([from, to]) => [from.toLowerCase(), to]));
  return {
    ...values,
    blocks: lines
      .split("\n")
      .map((line) => known.get(line.trim().toLowerCase()) ?? line)
      .join("\n"),
  };
}

/** A section as the form shows it. */
export function linesOf(site: Website, section: Section): Values {
  const kept = site[section] as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(shape[section]).map(([name, how]) => {
      const value = kept[name];
      if (how === "switch") {
        return [name, value === true];
      }
      if (Array.isArray(value)) {
        return [name, value.map((each) => (typeof how === "string" ? each : join(each, how))).join("\n")];
      }
      return [name, value == null ? "" : String(value)];
    }),
  );
}

const join = (item: Record<string, string>, parts: readonly string[]) =>
  parts.map((part) => (item[part] ?? "").replaceAll("\n", " ")).join(" | ");

/** And back; what the form does not show stays as it was. */
export function sectionOf(site: Website, section: Section, values: Values): Record<string, unknown> {
  const next: Record<string, unknown> = { ...(site[section] as Record<string, unknown>) };
  for (const [name, how] of Object.entries(shape[section])) {
    const value = values[name];
    if (how === "switch") {
      next[name] = value === true;
      continue;
    }
    const text = typeof value === "string" ? value.trim() : "";
    if (how === "text" || how === "area" || how === "corner") {
      // An address that is not given is absent; every other text may be empty.
      if (text === "" && /_url$/.test(name)) {
        delete next[name];
      } else {
        next[name] = text;
      }
      continue;
    }
    const lines = text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    next[name] = how === "lines" || how === "blocks" ? lines : lines.map((line) => split(line, how));
  }
  return next;
}

function split(line: string, parts: readonly string[]): Record<string, string> {
  const pieces = line.split("|").map((piece) => piece.trim());
  // The last part takes the rest: a text may hold a bar itself.
  return Object.fromEntries(
    parts.map((part, i) => [part, i === parts.length - 1 ? pieces.slice(i).join(" | ") : (pieces[i] ?? "")]),
  );
}
