package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** The ledger of consents (152-FZ): what, which text, when, through what; given and withdrawn are both entries. */
@Component
public class Consents {
    /** What a consent is for: {@code PROCESSING} is needed to go on, {@code MARKETING} is free. */
    public enum Purpose {
        PROCESSING,
        MARKETING
    }

    /**
     * Writes an entry.
     *
     * @param given false for a withdrawal or a refusal
     * @param textVersion for example {@code processing-2026-11}
     * @param text what the person saw; its SHA-256 is kept
     * @param through {@code bot}, {@code site}, {@code staff}, {@code api}
     */
    public void record(
            BusinessId business,
            ClientId client,
            Purpose purpose,
            boolean given,
            String textVersion,
            String text,
            String through) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Whether the last entry of this purpose is a consent. */
    public boolean given(BusinessId business, ClientId client, Purpose purpose) {
        throw new UnsupportedOperationException("the door is not open yet");
    }
}
