/** Taking money and giving it back, through providers that prove what they say. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "catalog",
            "clients",
            "clients::spi",
            "messaging",
            "dialogues",
            "dialogues::spi"
        })
package io.orbita.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
