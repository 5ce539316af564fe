/** Training programmes: templates, selection, generation, versions, PDF, delivery. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "clients",
            "clients::spi",
            "messaging",
            "dialogues",
            "dialogues::spi",
            "payments"
        })
package io.orbita.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
