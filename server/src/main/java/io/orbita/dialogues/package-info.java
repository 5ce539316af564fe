/** What the bot says: the dialogue engine, the questionnaire, the menu, answers to frequent questions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "businesses::spi",
            "clients",
            "clients::spi",
            "messaging",
            "messaging::spi"
        })
package io.orbita.dialogues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
