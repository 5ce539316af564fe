import type analytics from "./ru/analytics.json";
import type auth from "./ru/auth.json";
import type cabinet from "./ru/cabinet.json";
import type checkin from "./ru/checkin.json";
import type checkout from "./ru/checkout.json";
import type clients from "./ru/clients.json";
import type common from "./ru/common.json";
import type inbox from "./ru/inbox.json";
import type loyalty from "./ru/loyalty.json";
import type payments from "./ru/payments.json";
import type pipeline from "./ru/pipeline.json";
import type posts from "./ru/posts.json";
import type programs from "./ru/programs.json";
import type progress from "./ru/progress.json";
import type quality from "./ru/quality.json";
import type settings from "./ru/settings.json";
import type shell from "./ru/shell.json";
import type simulator from "./ru/simulator.json";
import type site from "./ru/site.json";
import type tariffs from "./ru/tariffs.json";
import type today from "./ru/today.json";

/** One namespace a feature; Russian is what the keys are typed by. */
export type Resources = {
  analytics: typeof analytics;
  auth: typeof auth;
  cabinet: typeof cabinet;
  checkin: typeof checkin;
  checkout: typeof checkout;
  clients: typeof clients;
  common: typeof common;
  inbox: typeof inbox;
  loyalty: typeof loyalty;
  payments: typeof payments;
  pipeline: typeof pipeline;
  posts: typeof posts;
  programs: typeof programs;
  progress: typeof progress;
  quality: typeof quality;
  settings: typeof settings;
  shell: typeof shell;
  simulator: typeof simulator;
  site: typeof site;
  tariffs: typeof tariffs;
  today: typeof today;
};

export type Namespace = keyof Resources;
