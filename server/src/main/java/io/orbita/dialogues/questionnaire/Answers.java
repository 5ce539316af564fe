package io.orbita.dialogues.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers by the key of their question, in the order in which they were given. Immutable. */
public record Answers(Map<String, Answer> byKey) {

    public static final Answers NONE = new Answers(Map.of());

    @JsonCreator
    public Answers {
        byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
    }

    @JsonValue
    @Override
    public Map<String, Answer> byKey() {
        return byKey;
    }

    public @Nullable Answer to(String key) {
        return byKey.get(key);
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    public Answers with(String key, Answer answer) {
        var next = new LinkedHashMap<>(byKey);
        next.put(key, answer);
        return new Answers(next);
    }

    /** These answers over the given older ones. */
    public Answers over(Answers older) {
        var next = new LinkedHashMap<>(older.byKey);
        next.putAll(byKey);
        return new Answers(next);
    }
}
