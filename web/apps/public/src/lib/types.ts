import type { Schema } from "@orbita/api";

// The public API under the names that its pages use; the shapes are written by `npm run gen -w @orbita/api`, none by hand.
export type Colours = Schema<"SiteAccentColours">;
export type Look = Schema<"SitePublicSiteLook">;
export type Tariff = Schema<"CatalogTariff">;
export type Tariffs = Schema<"PageCatalogTariff">;
export type QuoteWish = Schema<"PaymentsQuoteQuoteRequest">;
export type Quote = Schema<"PaymentsQuoteAnswer">;
export type NewPayment = Schema<"PaymentsCheckoutNewPayment">;
export type Receipt = Schema<"PaymentsCheckoutReceipt">;
export type Next = Schema<"SitePurchaseNext">;
export type BotLink = Schema<"SitePurchaseBotLink">;

export type LinkWish = Schema<"SiteCabinetEntranceLinkWish">;
export type LinkAnswer = Schema<"SiteCabinetEntranceLinkAnswer">;
export type Opening = Schema<"SiteCabinetEntranceOpening">;
export type Entered = Schema<"SiteCabinetEntranceOpened">;
export type Me = Schema<"SiteCabinetMe">;

export type Listed = Schema<"SiteCabinetListed">;
export type Programmes = Schema<"PageSiteCabinetListed">;
export type Opened = Schema<"SiteCabinetOpened">;
export type Plan = Schema<"ProgramsPlan">;
export type Week = Schema<"ProgramsPlanWeek">;
export type Session = Schema<"ProgramsPlanSession">;
export type Exercise = Schema<"ProgramsPlanExercise">;
export type Mark = Schema<"JournalMark">;
export type NewMarks = Schema<"SiteCabinetNewMarks">;

export type Journal = Schema<"SiteCabinetJournalMeasurements">;
export type Measured = Schema<"SiteCabinetJournalMeasured">;
export type NewMeasurement = Schema<"SiteCabinetJournalNewMeasurement">;
export type Checkin = Schema<"SiteCabinetJournalCheckin">;
export type NewCheckin = Schema<"SiteCabinetJournalNewCheckin">;
export type Reaction = Schema<"SiteCabinetJournalReaction">;

export type Payments = Schema<"PageSiteCabinetPersonPaid">;
export type Consents = Schema<"PageSiteCabinetPersonAgreed">;
export type Wish = Schema<"SiteCabinetPersonWish">;
export type Erase = Schema<"SiteCabinetPersonErase">;
export type ExportLink = Schema<"SiteCabinetPersonExportLink">;
