package io.orbita.payments;

import java.util.Locale;

/** What can happen to a payment. Each is a fact that somebody proved, never a wish. */
enum PaymentEvent {
    /** The provider says: the client may still pay. */
    SEEN_PENDING,
    /** The provider holds the money. */
    AUTHORISED,
    /** The provider took exactly our sum in our currency. */
    PAID,
    /** The provider took some other sum. */
    PAID_OTHER_SUM,
    /** The provider ended it without money, or refused to begin. */
    DECLINED,
    /** The term is over and the provider says that no money came. */
    EXPIRED,
    /** The term is over and the provider could not be asked. */
    LOST,
    /** One of the staff says that the money is here. */
    CONFIRMED_BY_HAND,
    /** One of the staff gives the payment up. */
    CANCELED_BY_HAND,
    /** A part of what was taken went back. */
    REFUNDED_IN_PART,
    /** All that was taken went back. */
    REFUNDED_IN_FULL;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
