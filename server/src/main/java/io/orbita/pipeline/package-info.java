/**
 * The funnel: stages, moves, the board, moves that follow from what other rooms tell.
 *
 * <p>Each move is written in the transaction of what caused it: history, the client's row, the card, the timeline and the event together. The same fact moves nobody
 * twice. The rules of the automatic moves are one pure function ({@code Rules}), and so are the figures ({@code FunnelFigures}). A client's row is locked before a stage
 * is held, by everybody; a removed stage stays for the history, and no role loses its last stage.
 */
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
