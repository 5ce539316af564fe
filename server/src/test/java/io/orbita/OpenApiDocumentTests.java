package io.orbita;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The committed contract is what the code says. {@code ./orbita openapi} writes it anew. */
@OrbitaTest
class OpenApiDocumentTests {
    private static final Path COMMITTED = Path.of("..", "api", "openapi.json");

    private final World world;
    private final JsonMapper pretty =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    OpenApiDocumentTests(World world) {
        this.world = world;
    }

    @Test
    void the_committed_contract_is_what_the_code_says() throws IOException {
        String written = pretty.writeValueAsString(
                        sorted(world.get("/api/openapi.json", null).body()))
                + "\n";
        if (Boolean.getBoolean("orbita.openapi.write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, written);
        }
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as("api/openapi.json; write it anew with ./orbita openapi")
                .isEqualTo(written);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(property -> result.set(property.getKey(), sorted(property.getValue())));
            return result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> result.add(sorted(item)));
            return result;
        }
        return node;
    }
}
