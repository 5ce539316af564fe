import type { Schema } from "@orbita/api";

/** The public contract under the names of these pages; the shapes themselves are generated. */
export type Amount = Schema<"Money">;
export type Colours = Schema<"SiteAccentColours">;
export type Look = Schema<"SitePublicSiteLook">;
export type Tariff = Schema<"CatalogTariff">;
export type Quote = Schema<"PaymentsQuoteAnswer">;
export type Receipt = Schema<"PaymentsCheckoutReceipt">;
export type Next = Schema<"SitePurchaseNext">;
export type Me = Schema<"SiteCabinetMe">;
export type Listed = Schema<"SiteCabinetListed">;
export type Plan = Schema<"ProgramsPlan">;
export type Week = Plan["weeks"][number];
export type Session = Week["sessions"][number];
export type Exercise = Session["exercises"][number];
export type Mark = Schema<"JournalMark">;
/** The contract leaves the unit a text. */
export type Measured = Omit<Schema<"SiteCabinetJournalMeasured">, "unit"> & { unit: "kg" | "cm" };
export type Entered = Schema<"JournalDiaryEntered">;
export type Checkin = Schema<"SiteCabinetJournalCheckin">;
export type Paid = Schema<"SiteCabinetPersonPaid">;
export type Agreed = Schema<"SiteCabinetPersonAgreed">;
