package io.orbita.clients.spi;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/** The pipeline moves clients when work on their cards says so. Runs in the caller's transaction. */
public interface StageMoves {
    /**
     * Moves a client to a stage, wherever they stand.
     *
     * @param cause such as {@code import} or {@code bulk}
     * @param fact names what the move follows from, at most 100 characters; the same fact moves nobody twice
     * @return the stage where they stood before, or null when nobody was moved: they stand there already, or there is no such stage
     */
    @Nullable Long move(BusinessId business, ClientId client, long stage, String cause, String fact, @Nullable Long by);

    /**
     * Moves a client forward to the first stage of a role; who stands there, further on, or has finished stays.
     *
     * @param from the role that the client must stand at; null for any before {@code to}
     * @return whether they moved
     */
    boolean forward(
            BusinessId business,
            ClientId client,
            @Nullable String from,
            String to,
            String cause,
            String fact,
            @Nullable Long by);
}
