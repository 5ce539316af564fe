package io.orbita;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bad input to every write that the contract knows: a wrong type, an endless text, control characters, SQL and HTML, huge numbers, unknown names. The answer is a
 * 4xx problem that names the field, never a 5xx, and nothing is written. New endpoints are covered by standing in the contract.
 */
@OrbitaTest
class BadInputTests {
    private static final String NOBODY = "999999999";

    private record Attack(String name, String field, ObjectNode body, boolean namesField) {}

    private final World world;
    private final Fingerprint fingerprint;
    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final Contract contract;

    BadInputTests(World world, Fingerprint fingerprint) {
        this.world = world;
        this.fingerprint = fingerprint;
        this.contract = new Contract(world);
    }

    @Test
    void every_write_refuses_bad_input_by_naming_the_field_and_writes_nothing() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        String platform = world.login("platform", "first-password");
        var before = fingerprint.of(business);
        var soft = new SoftAssertions();
        int[] tried = {0};
        writes().forEach(write -> attacks(write.body()).forEach(attack -> {
            tried[0]++;
            World.Answer answer = send(write, attack, admin);
            if (answer.status() == 403 && answer.body().path("errors").isEmpty()) {
                answer = send(write, attack, platform);
            }
            String what = write.method() + " " + write.path() + ": " + attack.name() + " in " + attack.field() + " -> "
                    + answer.status() + " " + answer.body();
            soft.assertThat(answer.status()).as(what).isBetween(400, 499);
            soft.assertThat(answer.headers().getContentType()).as(what).hasToString("application/problem+json");
            if (attack.namesField()) {
                soft.assertThat(fields(answer)).as(what).anyMatch(field -> field.startsWith(attack.field()));
            }
        }));
        soft.assertAll();
        assertThat(tried[0]).isGreaterThan(50);
        assertThat(fingerprint.of(business)).isEqualTo(before);
    }

    @Test
    void sql_and_html_in_any_text_are_only_text() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        var soft = new SoftAssertions();
        for (String text :
                List.of("'; drop table businesses.staff; --", "<script>alert(1)</script>", "${7*7}{{7*7}}%s%n")) {
            writes().forEach(write -> {
                ObjectNode body = contract.sample(write.body());
                Contract.properties(write.body())
                        .filter(property -> Contract.is(contract.resolved(property.getValue()), "string"))
                        .forEach(property -> body.put(property.getKey(), text));
                World.Answer answer = send(write, new Attack(text, "", body, false), admin);
                soft.assertThat(answer.status())
                        .as(write.method() + " " + write.path() + ": " + text + " -> " + answer.body())
                        .isLessThan(500);
            });
        }
        soft.assertAll();
        assertThat(world.get("/api/users", admin).status()).isEqualTo(200);
    }

    @Test
    void a_body_that_is_no_object_or_no_json_is_a_bad_request() {
        String admin = world.token(world.business(), Role.ADMIN);
        var soft = new SoftAssertions();
        for (String body : List.of("[]", "\"text\"", "null", "{", "{\"a\":1,\"a\":2}", "[".repeat(5_000))) {
            writes().forEach(write -> {
                var answer = world.call(write.method(), write.pathWith(NOBODY), admin, body);
                soft.assertThat(answer.status())
                        .as(write.method() + " " + write.path() + ": " + body.substring(0, Math.min(20, body.length())))
                        .isBetween(400, 499);
            });
        }
        soft.assertAll();
    }

    private World.Answer send(Contract.Operation write, Attack attack, String token) {
        return world.call(write.method(), write.pathWith(NOBODY), token, json.writeValueAsString(attack.body()));
    }

    private static List<String> fields(World.Answer answer) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    private Stream<Contract.Operation> writes() {
        return contract.operations().filter(write -> write.body().has("properties"));
    }

    private List<Attack> attacks(JsonNode schema) {
        List<Attack> attacks = new ArrayList<>();
        attacks.add(new Attack("an unknown name", "nobody_knows_this", with(schema, "nobody_knows_this", 1), true));
        Contract.properties(schema).forEach(property -> {
            String name = property.getKey();
            JsonNode type = contract.resolved(property.getValue());
            if (Contract.is(type, "string")) {
                attacks.add(new Attack("a number", name, with(schema, name, 12), true));
                attacks.add(new Attack("an object", name, with(schema, name, Map.of("a", 1)), true));
                attacks.add(new Attack("an endless text", name, with(schema, name, "ы".repeat(30_000)), true));
                attacks.add(new Attack("a zero character", name, with(schema, name, "a\u0000b"), true));
                attacks.add(new Attack("half a character", name, with(schema, name, "a\ud83d"), true));
            } else if (Contract.is(type, "integer") || Contract.is(type, "number")) {
                attacks.add(new Attack("a text", name, with(schema, name, "двенадцать"), true));
                attacks.add(
                        new Attack("a huge number", name, with(schema, name, new java.math.BigDecimal("1e39")), true));
            } else if (Contract.is(type, "boolean")) {
                attacks.add(new Attack("a text", name, with(schema, name, "yes"), true));
            } else if (Contract.is(type, "array")) {
                attacks.add(new Attack("a text", name, with(schema, name, "one"), true));
                attacks.add(new Attack("lists of lists", name, with(schema, name, List.of(List.of(List.of(1)))), true));
            } else if (Contract.is(type, "object") || type.has("properties")) {
                attacks.add(new Attack("a text", name, with(schema, name, "one"), true));
            }
        });
        schema.path("required")
                .forEach(required -> attacks.add(
                        new Attack("nothing", required.asString(), without(schema, required.asString()), true)));
        return attacks;
    }

    private ObjectNode with(JsonNode schema, String name, Object value) {
        ObjectNode body = contract.sample(schema);
        body.set(name, json.valueToTree(value));
        return body;
    }

    private ObjectNode without(JsonNode schema, String name) {
        ObjectNode body = contract.sample(schema);
        body.remove(name);
        return body;
    }
}
