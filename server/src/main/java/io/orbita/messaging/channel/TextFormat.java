package io.orbita.messaging.channel;

/** How the text of an outgoing message is written. */
public enum TextFormat {
    /** Shown as it stands; the safe choice for anything a person or a model wrote. */
    PLAIN,
    /** The few tags that Telegram knows ({@code b, i, u, s, code, pre, a, blockquote}); everything else is escaped. */
    HTML
}
