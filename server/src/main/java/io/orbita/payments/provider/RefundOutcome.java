package io.orbita.payments.provider;

/** What came of a refund. */
public sealed interface RefundOutcome {

    /** @param refundId the provider's id */
    record Refunded(String refundId) implements RefundOutcome {}

    /** Accepted, not done yet: look again later. */
    record Pending(String refundId) implements RefundOutcome {}

    /**
     * Certainly no money goes back.
     *
     * @param why one sentence in Russian for the owner
     */
    record Refused(String code, String why) implements RefundOutcome {}

    /** @param why for the log: no secrets, no personal data */
    record Unknown(String why) implements RefundOutcome {}
}
