package io.orbita.clients;

import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.MergePatch;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a PATCH of a card as strictly as any other body. */
@Component
class CardPatch {
    private final MergePatch patch;
    private final JsonMapper json;
    private final Validator validator;

    CardPatch(MergePatch patch, JsonMapper json, Validator validator) {
        this.patch = patch;
        this.json = json;
        this.validator = validator;
    }

    /** Refuses a patch that could not be laid over any card. */
    void check(JsonNode changes) {
        if (!(changes instanceof ObjectNode object)) {
            throw new Invalid("", "type", "Ожидается объект JSON");
        }
        validated(json.treeToValue(withoutNulls(object), ClientEdit.class));
    }

    private static ObjectNode withoutNulls(ObjectNode object) {
        ObjectNode set = object.deepCopy();
        set.removeNulls();
        set.properties().forEach(property -> {
            if (property.getValue() instanceof ObjectNode inner) {
                property.setValue(withoutNulls(inner));
            }
        });
        return set;
    }

    ClientEdit lay(JsonNode changes, ClientEdit before) {
        return validated(patch.apply(before, changes, ClientEdit.class));
    }

    private ClientEdit validated(ClientEdit edit) {
        var violations = validator.validate(edit);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return edit;
    }
}
