const PATHS = {
  chat: "M20 12a8 8 0 0 1-8 8H4l1.6-3.2A8 8 0 1 1 20 12Z",
  down: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  send: "M5 12h14M13 6l6 6-6 6",
  file: "M14 3H6v18h12V7zM14 3v4h4M9 13h6M9 17h6",
  out: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
};

export const Icon = ({ name, size = 22 }: { name: keyof typeof PATHS; size?: number }) => (
  <svg
    aria-hidden="true"
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d={PATHS[name]} />
  </svg>
);
