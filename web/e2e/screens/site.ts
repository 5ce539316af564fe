import type { Screen } from "../seen";

export default [
  { name: "start", path: "/", open: true },
  { name: "site", path: "/s/demo", open: true },
  { name: "site-studio", path: "/s/studio", open: true },
  { name: "site-privacy", path: "/s/demo/privacy", open: true },
  { name: "site-consent", path: "/s/demo/consent", open: true },
  { name: "checkout", path: "/s/demo/pay", open: true },
  { name: "sandbox-bot", path: "/sandbox/bot/demo", open: true },
  { name: "sandbox-mail", path: "/sandbox/mail/demo", open: true },
] satisfies Screen[];
