/** Public pages and forms of a business. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "catalog",
            "clients",
            "clients::spi",
            "messaging",
            "payments",
            "programs",
            "dialogues",
            "pipeline"
        })
package io.orbita.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
