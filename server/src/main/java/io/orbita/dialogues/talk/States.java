package io.orbita.dialogues.talk;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A dialogue's state as JSON. What a later version adds is left out by an earlier one, and the other way round. */
public final class States {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private States() {}

    public static String write(DialogueState state) {
        return JSON.writeValueAsString(state);
    }

    /** @throws tools.jackson.core.JacksonException when the text is no state */
    public static DialogueState read(String json) {
        return JSON.readValue(json, DialogueState.class);
    }
}
