package io.orbita.platform.money;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Reads <code>{"amount": "2990.00", "currency": "RUB"}</code> and nothing else, whatever the mapper is set to: an amount
 * that came as a JSON number has been through somebody's floating point. Each error names the field.
 */
final class MoneyReader extends StdDeserializer<Money> {

    MoneyReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return (Money) context.handleUnexpectedToken(getValueType(context), json);
        }
        @Nullable String amount = null;
        @Nullable String currency = null;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = json.currentName();
            json.nextToken();
            switch (field) {
                case "amount" -> amount = text(json, field, amount);
                case "currency" -> currency = text(json, field, currency);
                default -> {
                    json.skipChildren();
                    throw UnrecognizedPropertyException.from(json, Money.class, field, List.of("amount", "currency"));
                }
            }
        }
        return read(json, present(context, "amount", amount), present(context, "currency", currency));
    }

    private static String text(JsonParser json, String field, @Nullable String before) {
        if (json.currentToken() != JsonToken.VALUE_STRING || before != null) {
            throw at(field, InvalidFormatException.from(json, "One string is expected here", field, String.class));
        }
        return json.getString();
    }

    private static String present(DeserializationContext context, String field, @Nullable String value) {
        if (value == null) {
            throw at(field, MismatchedInputException.from(context.getParser(), Money.class, "Missing: " + field));
        }
        return value;
    }

    private static Money read(JsonParser json, String amount, String currency) {
        if (!Money.isSupported(currency)) {
            throw at("currency", InvalidFormatException.from(json, "Unknown currency", currency, String.class));
        }
        try {
            return Money.of(amount, currency);
        } catch (IllegalArgumentException refused) {
            throw at("amount", InvalidFormatException.from(json, refused.getMessage(), amount, String.class));
        }
    }

    private static DatabindException at(String field, DatabindException exception) {
        exception.prependPath(Money.class, field);
        return exception;
    }
}
