/** The funnel: stages, moves, the board, moves that follow from what other rooms tell. */
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
            "payments",
            "programs"
        })
package io.orbita.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
