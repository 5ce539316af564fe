package io.orbita.businesses;

import io.orbita.platform.web.Forbidden;
import java.util.Set;

/** Nobody gives what they do not have: no role above one's own, no scope that a key lacks, and no administrator through a key. */
final class Grants {
    private Grants() {}

    /**
     * For making, changing or inviting somebody with that role.
     *
     * @throws Forbidden when the caller stands not at least as high
     */
    static void check(Caller caller, Role role) {
        boolean enough = caller.user() == null
                ? role != Role.ADMIN && role != Role.PLATFORM_ADMIN
                : caller.role() == role || (caller.role() == Role.ADMIN && role != Role.PLATFORM_ADMIN);
        if (!enough) {
            throw new Forbidden();
        }
    }

    /**
     * For a new key: a key makes only keys that may no more than itself.
     *
     * @throws Forbidden when it wants more
     */
    static void check(Caller caller, Set<String> scopes) {
        if (caller.user() == null && !caller.scopes().containsAll(scopes)) {
            throw new Forbidden();
        }
    }
}
