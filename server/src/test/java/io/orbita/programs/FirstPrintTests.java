package io.orbita.programs;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class FirstPrintTests {
    /** Of nobody nothing is known: neither the choice nor the page may stumble over that. */
    @Test
    void a_programme_for_nobody_can_be_made_and_printed() {
        assertThatNoException().isThrownBy(new FirstPrint(new Workshop())::prepare);
    }
}
