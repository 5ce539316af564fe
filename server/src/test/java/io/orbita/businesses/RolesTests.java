package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class RolesTests {
    private static final List<Role> STAFF = List.of(Role.ADMIN, Role.TRAINER, Role.MANAGER, Role.CASHIER);

    private final World world;
    private final Rights rights;

    RolesTests(World world, Rights rights) {
        this.world = world;
        this.rights = rights;
    }

    private Map<String, Set<String>> shown(String token) {
        Map<String, Set<String>> shown = new TreeMap<>();
        for (JsonNode role : world.get("/api/roles", token).body().path("items")) {
            Set<String> endpoints = shown.computeIfAbsent(role.path("role").asString(), ignored -> new TreeSet<>());
            role.path("rights").forEach(right -> right.path("endpoints").forEach(one -> endpoints.add(one.asString())));
        }
        return shown;
    }

    @Test
    void what_is_shown_is_what_the_approved_table_of_guards_says() throws IOException {
        Map<String, Set<String>> approved = new TreeMap<>();
        STAFF.forEach(role -> approved.put(role.name().toLowerCase(java.util.Locale.ROOT), new TreeSet<>()));
        for (String line : Files.readAllLines(Path.of("src", "test", "resources", "rights.txt"))) {
            String[] words = line.split(" ");
            if (words.length == 4) {
                for (String role : words[3].split(",")) {
                    if (approved.containsKey(role)) {
                        approved.get(role).add(words[0] + " " + words[1]);
                    }
                }
            }
        }
        assertThat(shown(world.token(world.business(), Role.CASHIER))).isEqualTo(approved);
    }

    @Test
    void what_is_not_shown_is_refused_and_what_is_shown_is_not() {
        Business business = world.business();
        Map<String, Set<String>> shown = shown(world.token(business, Role.ADMIN));
        var soft = new SoftAssertions();
        for (Role role : STAFF) {
            String token = world.token(business, role);
            Set<String> may = shown.getOrDefault(role.name().toLowerCase(java.util.Locale.ROOT), Set.of());
            for (String endpoint : shown.getOrDefault("admin", Set.of())) {
                if (endpoint.startsWith("GET ")) {
                    int status = world.get(endpoint.substring(4).replaceAll("\\{[^}]+}", "999999999"), token)
                            .status();
                    soft.assertThat(status != 403).as(endpoint + " as " + role).isEqualTo(may.contains(endpoint));
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void every_right_has_words_of_its_own_in_both_languages() {
        Map<String, String> seen = new HashMap<>();
        var soft = new SoftAssertions();
        for (Rights.Group group : rights.groups()) {
            RightsInWords.Words words = RightsInWords.of(group);
            soft.assertThat(words.russian())
                    .as(group.key() + ": write it into RightsInWords; it guards " + group.endpoints())
                    .matches("[а-яёА-ЯЁ].*");
            soft.assertThat(words.english()).as(group.key()).matches("[a-z][A-Za-z ,'-]+");
            String other = seen.put(words.russian(), group.key());
            soft.assertThat(other)
                    .as(group.key() + " has the words of another right; give it words of its own")
                    .isNull();
        }
        soft.assertAll();
    }

    @Test
    void an_administrator_may_all_that_any_role_may() {
        Map<String, Set<String>> shown = shown(world.token(world.business(), Role.ADMIN));
        Set<String> all = new HashSet<>();
        shown.values().forEach(all::addAll);
        assertThat(shown.get("admin")).containsAll(all);
        assertThat(shown.get("cashier")).doesNotContain("GET /api/clients", "PUT /api/users/{id}");
        assertThat(shown.get("trainer")).doesNotContain("POST /api/payments/{id}/refund");
    }
}
