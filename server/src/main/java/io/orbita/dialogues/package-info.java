/**
 * What the bot says: the dialogue engine, the questionnaire, the menu, answers to frequent questions.
 *
 * <p>A message comes in through {@code BotInbound}; {@code Talks} takes one step: the state of the conversation is locked
 * and read, the pure {@code talk.Dialogue} decides, what it wants is carried out, the new state is kept, all in the
 * transaction of the message.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Nothing of a conversation lives in memory; the same message taken twice changes nothing twice.
 *   <li>A pass through the questionnaire ends with the version it began with, and ends only with a consent.
 *   <li>Answers become facts of the client when the pass is finished, never before.
 *   <li>A command, a press or a picture in mid-survey is never an answer; a warning about health ends nothing.
 *   <li>While a person of the staff talks with the client, the bot answers no ordinary words, only commands and buttons.
 *   <li>Whatever is typed and not understood stays in the inbox, and a person is told.
 * </ul>
 */
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
