package io.orbita.dialogues.questionnaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes questionnaires as JSON. A name that means nothing is an error, so that a typing slip is not lost. */
public final class Definitions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static final Questionnaire BUILT_IN = load("/dialogues/questionnaire.ru.json");

    private Definitions() {}

    /** The questionnaire of the distribution: the default of a new business, and the measure of what an owner may change. */
    public static Questionnaire builtIn() {
        return BUILT_IN;
    }

    /** @throws tools.jackson.core.JacksonException when the text is not a questionnaire */
    public static Questionnaire read(String json) {
        return JSON.readValue(json, Questionnaire.class);
    }

    public static String write(Questionnaire questionnaire) {
        return JSON.writeValueAsString(questionnaire);
    }

    /** @throws tools.jackson.core.JacksonException when the text is no answer */
    public static Answer readAnswer(String json) {
        return JSON.readValue(json, Answer.class);
    }

    public static String write(Answer answer) {
        return JSON.writerFor(Answer.class).writeValueAsString(answer);
    }

    private static Questionnaire load(String resource) {
        try (InputStream in = Definitions.class.getResourceAsStream(resource)) {
            return JSON.readValue(Objects.requireNonNull(in, resource), Questionnaire.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
