package io.orbita.platform.web;

import io.orbita.platform.text.Clean;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** JSON as the contract wants it: snake case, nothing unknown, no silent conversions, no control characters, no endless texts. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
    static final int LONGEST_DOCUMENT = 2_000_000;
    static final int LONGEST_TEXT = 20_000;

    @Bean
    JsonFactoryBuilderCustomizer boundedJson() {
        return factory -> factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(LONGEST_DOCUMENT)
                        .maxNestingDepth(60)
                        .maxNumberLength(40)
                        .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .addModule(new SimpleModule("strict values")
                        .addDeserializer(String.class, new CleanText())
                        .addDeserializer(Instant.class, new WrittenTime<>(Instant.class, JsonConfiguration::instant))
                        .addDeserializer(LocalDate.class, new WrittenTime<>(LocalDate.class, JsonConfiguration::date)));
    }

    /** To the microsecond, as the database keeps it: what is answered now is what will be read later. */
    private static Instant instant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        date(instant.toString().substring(0, 10));
        return instant;
    }

    /** Years from 1900 to 2199: what lies outside is a slip of the finger, and a database may not hold it. */
    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1900 || date.getYear() > 2199) {
            throw new DateTimeException("out of range");
        }
        return date;
    }

    /** Times as ISO 8601 texts and in no other spelling. */
    private static final class WrittenTime<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> read;

        WrittenTime(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(getValueType(context), parser);
            }
            try {
                return read.apply(parser.getString());
            } catch (DateTimeException | StringIndexOutOfBoundsException e) {
                return (T) context.handleWeirdStringValue(handledType(), "", "not ISO 8601");
            }
        }
    }

    /** Every text of every request passes here. */
    private static final class CleanText extends StdScalarDeserializer<String> {
        CleanText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getString();
            if (text.length() > LONGEST_TEXT) {
                return (String) context.handleWeirdStringValue(String.class, "", "too-long");
            }
            if (!Clean.isPrintable(text)) {
                return (String) context.handleWeirdStringValue(String.class, "", "control-characters");
            }
            return text;
        }
    }
}
