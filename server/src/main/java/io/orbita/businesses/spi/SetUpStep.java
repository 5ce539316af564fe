package io.orbita.businesses.spi;

import io.orbita.platform.tenancy.BusinessId;

/**
 * One thing that the owner of a new business has to set up. A bean for each, in the room that knows it; the set-up list shows and tries them all alike.
 */
public interface SetUpStep {
    /** Stable name in addresses: {@code bot}, {@code payments}, {@code sheet}, {@code texts}, {@code tariffs}, {@code team}, {@code site}. */
    String name();

    /** Its place in the list, from 1; no two steps share one. */
    int place();

    /** Whether the business works without it too. */
    boolean optional();

    /** Whether it is done, by what we have written down; asks nobody outside. */
    boolean done(BusinessId business);

    /** Tries it: what works, or what is wrong and what to do. Outside a transaction, within ten seconds, never throwing. */
    Integration.Finding check(BusinessId business);
}
