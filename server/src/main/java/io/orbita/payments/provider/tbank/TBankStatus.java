package io.orbita.payments.provider.tbank;

import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.ProviderState.Status;

/** Their 23 words for where a payment stands, and their codes for why it failed. */
final class TBankStatus {

    private TBankStatus() {}

    static Status of(String word) {
        return switch (word) {
            case "NEW", "FORM_SHOWED", "PREAUTHORIZING", "AUTHORIZING", "3DS_CHECKING", "3DS_CHECKED", "PAY_CHECKING" ->
                Status.PENDING;
            // A wrong code from the bank: the client may try again on the same page.
            case "AUTH_FAIL" -> Status.PENDING;
            case "AUTHORIZED", "CONFIRMING", "CONFIRM_CHECKING", "PARTIAL_REVERSED" -> Status.AUTHORISED;
            case "CONFIRMED" -> Status.PAID;
            case "PARTIAL_REFUNDED" -> Status.PARTIALLY_REFUNDED;
            case "REFUNDED" -> Status.REFUNDED;
            case "CANCELED", "REJECTED", "DEADLINE_EXPIRED", "ATTEMPTS_EXPIRED", "REVERSED" -> Status.CANCELED;
            // REVERSING, REFUNDING and ASYNC_REFUNDING end in a word above; a new word is no news.
            default -> Status.IN_MOTION;
        };
    }

    static Decline decline(String word, String errorCode) {
        return switch (word) {
            case "DEADLINE_EXPIRED", "ATTEMPTS_EXPIRED" -> Decline.TERM_OVER;
            case "CANCELED", "REVERSED" -> Decline.BY_SELLER;
            default -> byCode(errorCode);
        };
    }

    private static Decline byCode(String errorCode) {
        return switch (errorCode) {
            case "116", "1051" -> Decline.INSUFFICIENT_FUNDS;
            case "1033", "1054" -> Decline.CARD_EXPIRED;
            case "1014" -> Decline.WRONG_CARD;
            case "1082" -> Decline.WRONG_CODE;
            case "101" -> Decline.NOT_CONFIRMED;
            default -> Decline.NO_REASON;
        };
    }
}
