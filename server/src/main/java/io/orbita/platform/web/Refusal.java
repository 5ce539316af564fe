package io.orbita.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered with «no»: the caller, not we, must do something else. Rendered once, as a problem (RFC 9457), by
 * {@code ProblemAdvice}. Each subclass carries {@link Code}; {@code docs/errors.md} is written from them.
 */
public abstract class Refusal extends RuntimeException {
    /** What a subclass means to a program. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Code {
        /** Stable name, {@code room.words-with-hyphens}. */
        String value();

        /** HTTP status, 400–499 or 503. */
        int status();

        /** What it means and what to do, one English sentence for the table of errors. */
        String meaning();
    }

    /** What is wrong with one field; {@code field} is its path in the request, in snake case. */
    public record Field(String field, String code, String message) {}

    private static final long serialVersionUID = 1;

    private final transient Code code;
    private final String english;
    private final transient List<Field> fields;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    /**
     * @param russian for people, one or two sentences: what is wrong and what to do
     * @param english the same in English
     */
    protected Refusal(String russian, String english, Field... fields) {
        super(russian, null, false, false);
        Code found = getClass().getAnnotation(Code.class);
        if (found == null) {
            throw new IllegalStateException(getClass() + " has no @Refusal.Code");
        }
        this.code = found;
        this.english = english;
        this.fields = List.of(fields);
    }

    /** Adds a fact for programs, beside the standard members of the problem. */
    protected final void fact(String name, Object value) {
        facts.put(name, value);
    }

    /** Says when the same request may be tried again. */
    protected final void retryAfter(Duration wait) {
        this.retryAfter = wait;
    }

    public final String code() {
        return code.value();
    }

    public final int status() {
        return code.status();
    }

    /** The text for people in Russian, or in English when that is asked for. */
    public final String text(boolean inEnglish) {
        return inEnglish ? english : String.valueOf(getMessage());
    }

    public final List<Field> fields() {
        return fields;
    }

    public final Map<String, Object> facts() {
        return facts;
    }

    public final @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
