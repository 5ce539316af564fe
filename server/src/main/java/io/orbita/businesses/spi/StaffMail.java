package io.orbita.businesses.spi;

import io.orbita.platform.tenancy.BusinessId;

/** Takes letters that open a door once and belong into no conversation: an invitation, a forgotten password, a way into the cabinet of a client. Whoever has a way for e-mail implements it; there is at most one. */
public interface StaffMail {
    /** What became of one attempt. */
    enum Outcome {
        SENT,
        /** Not or perhaps not accepted: another attempt may work and does no harm. */
        LATER,
        /** No attempt will help. */
        NEVER
    }

    /**
     * A letter.
     *
     * @param key 1–60 letters, digits, - and _; the same key is the same letter, should it be sent twice
     * @param text plain; holds a link that opens a door, hence never logged
     */
    record Letter(String key, String to, String subject, String text) {}

    /** Whether letters of this business go anywhere. */
    boolean isReady(BusinessId business);

    /** One attempt, outside a transaction and inside the business. */
    Outcome send(BusinessId business, Letter letter);
}
