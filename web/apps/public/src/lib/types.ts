/** Shapes of the public API, as `api/openapi.json` tells them. */
export type Amount = { amount: string; currency: string };
export type Colours = {
  accent: string;
  on_accent: string;
  accent_hover: string;
  accent_soft: string;
  accent_text: string;
  deep: string;
};
export type Look = {
  slug: string;
  name: string;
  light: Colours;
  dark: Colours;
  consent: { version: string; text: string };
  bot_url: string | null;
  offer_url: string | null;
  privacy_url: string;
};
export type Tariff = {
  id: number;
  title: string;
  description: string;
  price: Amount;
  contains: string[];
  programme_weeks: number;
};
export type Quote = { valid: boolean; price?: Amount; discount?: Amount; amount?: Amount; text?: string };
export type Receipt = {
  public_id: string;
  status: string;
  amount: Amount;
  discount: Amount;
  confirmation_url: string | null;
};
export type Next = {
  business: string;
  title: string;
  status: string;
  program: "none" | "unpaid" | "questionnaire" | "making" | "ready";
  weeks: number;
  file: string | null;
};
export type Me = {
  name: string;
  phones: string[];
  emails: string[];
  business: { slug: string; name: string; zone: string };
  bot_url: string | null;
};
export type Listed = {
  id: number;
  paid: boolean;
  weeks: number;
  state: string;
  starts_at: string | null;
  file: string | null;
};
export type Exercise = {
  place: number;
  name: string;
  sets: number;
  reps: string;
  reserve: string | null;
  rest: string | null;
  load: string | null;
  notes: string[];
  alternatives: string[];
};
export type Session = { day: number; name: string; exercises: Exercise[] };
export type Week = { number: number; deload: boolean; advice: string; sessions: Session[] };
export type Plan = {
  id: number;
  version: number;
  paid: boolean;
  title: string;
  goal: string;
  starts_at: string | null;
  intro: string[];
  doctors_note: string | null;
  guide: string[];
  weeks: Week[];
  techniques: { name: string; cue: string }[];
};
export type Mark = {
  key: string;
  week: number;
  day: number;
  place: number;
  exercise: string;
  set: number;
  done: boolean;
  weight: number | null;
  reps: number | null;
  at: string;
};
export type Measured = {
  measure: string;
  title: string;
  question: string;
  unit: "kg" | "cm";
  least: number;
  most: number;
};
export type Entered = {
  id: number;
  program_id: number | null;
  period: string;
  date: string;
  figures: Record<string, number>;
  notes: string | null;
};
export type Checkin = {
  program_id: number | null;
  week: number | null;
  outcome: string | null;
  movements: { pattern: string; title: string }[];
};
export type Paid = {
  public_id: string;
  title: string;
  amount: Amount;
  refunded: Amount;
  status: string;
  created_at: string;
  completed_at: string | null;
  confirmation_url: string | null;
};
export type Agreed = { purpose: string; given: boolean; text_version: string; through: string; at: string };
