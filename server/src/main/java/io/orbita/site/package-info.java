/** Public pages and forms of a business. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "catalog",
            "clients",
            "messaging",
            "payments",
            "programs",
            "dialogues",
            "pipeline"
        })
package io.orbita.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
