package io.orbita.payments;

import io.orbita.payments.provider.ProviderState;
import io.orbita.platform.money.Money;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a payment, and who says so.
 *
 * @param seen the provider's view; absent: nobody looked
 * @param refunded what has gone back in all by now; absent: not said
 * @param decline why it came to nothing, for the client; absent: not said
 * @param by the staff user; absent: nobody
 */
record News(
        List<PaymentEvent> events,
        Source source,
        @Nullable ProviderState seen,
        @Nullable Money refunded,
        @Nullable String decline,
        @Nullable Long by) {

    /** Through what it came. */
    enum Source {
        CREATE,
        WEBHOOK,
        POLL,
        STAFF,
        BOT;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As {@link PaymentCompleted#via} says it. */
        String via() {
            return switch (this) {
                case WEBHOOK -> "webhook";
                case CREATE, POLL -> "poll";
                case STAFF -> "manual";
                case BOT -> "bot";
            };
        }
    }

    static News seen(List<PaymentEvent> events, Source source, ProviderState seen) {
        var decline = seen.decline();
        return new News(events, source, seen, seen.refunded(), decline == null ? null : decline.text(), null);
    }

    /** Said by the staff. */
    static News byHand(PaymentEvent event, Source source, @Nullable Long by) {
        return new News(List.of(event), source, null, null, null, by);
    }

    /** Concluded by ourselves. */
    static News own(PaymentEvent event, Source source) {
        return new News(List.of(event), source, null, null, null, null);
    }

    /** A provider refused to begin. */
    static News refused(String why) {
        return new News(List.of(PaymentEvent.DECLINED), Source.CREATE, null, null, why, null);
    }

    /** So much has gone back in all. */
    static News refunded(PaymentEvent event, Source source, Money inAll, @Nullable Long by) {
        return new News(List.of(event), source, null, inAll, null, by);
    }
}
