package io.orbita.messaging.telegram;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message of the bot as a person sees it in the fake. */
public record FakeMessage(
        long chat,
        long id,
        @Nullable String text,
        FakeForm.@Nullable Upload file,
        @Nullable String fileId,
        @Nullable JsonNode markup,
        int edits) {}
