package io.orbita.clients.spi;

import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/** The pipeline says where clients stand who are made many at once. Runs in the caller's transaction. */
public interface FirstStages {
    /**
     * The stage asked for, or the first one when none is asked for or it is removed; nobody removes it until the transaction ends.
     */
    long hold(BusinessId business, @Nullable Long asked);
}
