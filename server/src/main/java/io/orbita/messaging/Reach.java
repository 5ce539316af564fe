package io.orbita.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person is reached now. A chat on the site is not among the ways: it is read only while the page is open.
 *
 * @param messenger the conversation in the messenger they wrote in last, if one still takes messages
 * @param email whether letters reach them, as far as is known
 * @param heard when they last wrote or pressed something, over any channel; null for never
 */
public record Reach(
        @Nullable ConversationId messenger,
        boolean email,
        @Nullable Instant heard) {}
