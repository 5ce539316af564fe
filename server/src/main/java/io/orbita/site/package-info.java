/** Public pages and forms of a business. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "businesses::spi",
            "catalog",
            "clients",
            "clients::spi",
            "messaging",
            "payments",
            "programs",
            "dialogues",
            "dialogues::spi",
            "journal",
            "pipeline"
        })
package io.orbita.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
