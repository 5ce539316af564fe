package io.orbita.payments.provider.tbank;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The scalars at the root of a notification, spelled as they were sent: the token is made of the very characters, so a
 * number must not pass through a number.
 */
final class TBankScalars {

    private static final int LONGEST = 64 * 1024;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TBankScalars() {}

    /** @return empty when the body is no JSON object, is too long, or names a field twice */
    static Optional<Map<String, String>> read(byte[] body) {
        if (body.length > LONGEST) {
            return Optional.empty();
        }
        try (var json = JSON.createParser(ObjectReadContext.empty(), body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            var scalars = new HashMap<String, String>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                var value = json.nextToken();
                if (value.isStructStart()) {
                    json.skipChildren();
                } else if (value != JsonToken.VALUE_NULL) {
                    scalars.put(name, json.getString());
                }
            }
            return json.nextToken() == null ? Optional.of(scalars) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
