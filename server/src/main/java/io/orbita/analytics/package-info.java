/**
 * The business in figures: money, clients, the questionnaire, sources.
 *
 * <p>Figures are reckoned when they are asked for, from the doors of the rooms that own the facts (decision 7); this room keeps nothing of its own. Each number is kept as what
 * every person contributes to it, so that a number and the list behind it cannot differ. A person of several cards counts once, an erased one stays counted without a name.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "clients",
            "clients::spi",
            "dialogues",
            "journal",
            "messaging",
            "payments",
            "pipeline",
            "site"
        })
package io.orbita.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
