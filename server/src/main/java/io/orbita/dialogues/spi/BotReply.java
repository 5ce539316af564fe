package io.orbita.dialogues.spi;

import io.orbita.messaging.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bot says to a command.
 *
 * @param contents messages, in order
 * @param awaits when not null, the next text goes to {@link BotCommand#onText} with it (any command or menu button ends the waiting)
 */
public record BotReply(List<Content> contents, @Nullable String awaits) {
    public static BotReply nothing() {
        return new BotReply(List.of(), null);
    }

    public static BotReply of(Content... contents) {
        return new BotReply(List.of(contents), null);
    }

    /** Says it and waits for a text. */
    public static BotReply awaiting(String awaits, Content... contents) {
        return new BotReply(List.of(contents), awaits);
    }
}
