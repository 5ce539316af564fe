package io.orbita.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Why a tariff cannot be had as asked. The code is for programs, the texts are for the client. */
public sealed interface QuoteRefusal {

    String code();

    /** One or two sentences in Russian for the person who typed the code or pressed the button. */
    String text();

    /** The same in English. */
    String english();

    record NotOnSale() implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.tariff-not-on-sale";
        }

        @Override
        public String text() {
            return "Этот тариф сейчас не продаётся. Посмотрите, что есть в наличии.";
        }

        @Override
        public String english() {
            return "This tariff is not on sale now.";
        }
    }

    record Unknown() implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-unknown";
        }

        @Override
        public String text() {
            return "Такого промокода нет. Проверьте, нет ли опечатки.";
        }

        @Override
        public String english() {
            return "There is no such promo code.";
        }
    }

    record SwitchedOff() implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-switched-off";
        }

        @Override
        public String text() {
            return "Этот промокод больше не действует.";
        }

        @Override
        public String english() {
            return "This promo code is no longer valid.";
        }
    }

    /** @param from the first day, in the zone of the business */
    record NotYet(LocalDate from) implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-not-yet";
        }

        @Override
        public String text() {
            return "Этот промокод начнёт действовать %s.".formatted(Day.inRussian(from));
        }

        @Override
        public String english() {
            return "This promo code is valid from %s.".formatted(from);
        }
    }

    /** @param last the last day, in the zone of the business */
    record Expired(LocalDate last) implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-expired";
        }

        @Override
        public String text() {
            return "Этот промокод действовал до %s.".formatted(Day.inRussian(last));
        }

        @Override
        public String english() {
            return "This promo code was valid until %s.".formatted(last);
        }
    }

    record UsedUp() implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-used-up";
        }

        @Override
        public String text() {
            return "Этот промокод уже разобрали: он был рассчитан на ограниченное число покупок.";
        }

        @Override
        public String english() {
            return "This promo code has been used up.";
        }
    }

    record UsedByClient() implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-used-by-client";
        }

        @Override
        public String text() {
            return "Вы уже воспользовались этим промокодом.";
        }

        @Override
        public String english() {
            return "You have used this promo code already.";
        }
    }

    record HeldByClient() implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-held-by-client";
        }

        @Override
        public String text() {
            return "Этот промокод уже стоит в вашем неоплаченном заказе. Оплатите его или дождитесь, пока ссылка закроется.";
        }

        @Override
        public String english() {
            return "This promo code stands in an order of yours that is not paid yet.";
        }
    }

    record NotForTariff() implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-not-for-tariff";
        }

        @Override
        public String text() {
            return "Этот промокод не подходит к выбранному тарифу.";
        }

        @Override
        public String english() {
            return "This promo code does not fit this tariff.";
        }
    }

    record FirstPurchaseOnly() implements QuoteRefusal {
        @Override
        public String code() {
            return "catalog.promo-first-purchase-only";
        }

        @Override
        public String text() {
            return "Этот промокод действует только на первую покупку.";
        }

        @Override
        public String english() {
            return "This promo code is for a first purchase only.";
        }
    }

    /** Days as they are said: «5 декабря 2026 года». */
    final class Day {
        private static final DateTimeFormatter SPOKEN =
                DateTimeFormatter.ofPattern("d MMMM yyyy 'года'", Locale.of("ru"));

        private Day() {}

        static String inRussian(LocalDate day) {
            return SPOKEN.format(day);
        }
    }
}
