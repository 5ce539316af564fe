package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a signed-in staff user or an API key. A parameter of this type in a controller is filled in; the tenant of the request is always that of
 * the caller.
 *
 * @param business null only for the platform administrator
 * @param user the staff user; null for an API key
 * @param key the name of the caller for idempotency and audit: {@code user-7}, {@code key-3}
 * @param scopes of an API key, for example {@code clients:read}; empty for a user
 */
public record Caller(
        @Nullable BusinessId businessOrNull,
        @Nullable Long user,
        String key,
        String name,
        Role role,
        Set<String> scopes) {

    /** The business that the caller belongs to. */
    public BusinessId business() {
        BusinessId business = businessOrNull;
        if (business == null) {
            throw new IllegalStateException("the platform administrator has no business");
        }
        return business;
    }
}
