/** Sample businesses, made only through public doors. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "analytics",
            "businesses",
            "catalog",
            "clients",
            "clients::spi",
            "messaging",
            "messaging::sandbox",
            "dialogues",
            "payments",
            "programs",
            "pipeline",
            "site",
            "site::website"
        })
package io.orbita.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
