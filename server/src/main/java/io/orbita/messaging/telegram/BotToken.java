package io.orbita.messaging.telegram;

import java.util.Optional;
import java.util.regex.Pattern;

/** The secret of a bot; it shows its public half only. */
public final class BotToken {
    // The token becomes a part of a path: nothing but these characters may get there.
    private static final Pattern SHAPE = Pattern.compile("[0-9]{3,20}:[A-Za-z0-9_-]{20,100}");

    private final String value;

    private BotToken(String value) {
        this.value = value;
    }

    /** Empty when this cannot be a token. */
    public static Optional<BotToken> of(String value) {
        var token = value.strip();
        return SHAPE.matcher(token).matches() ? Optional.of(new BotToken(token)) : Optional.empty();
    }

    /** The id of the bot, which is no secret: it is the bot's user id. */
    public String botId() {
        return value.substring(0, value.indexOf(':'));
    }

    String secret() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BotToken that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return botId() + ":***";
    }
}
