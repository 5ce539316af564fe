package io.orbita;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    /** {@code verify()} remembers its first answer for a cached instance; {@code detectViolations()} looks each time. */
    @Test
    void rooms_only_know_what_their_arrows_allow() {
        ApplicationModules.of(Orbita.class).detectViolations().throwIfPresent();
    }
}
