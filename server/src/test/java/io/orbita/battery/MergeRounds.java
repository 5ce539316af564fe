package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.Actions;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Random merges, edits, new facts and undos, one by one and in mass, through the API, held against {@link PeopleModel}. */
// A key that is missing from a map of the model is a failure of the test, and looks like one.
@NullUnmarked
final class MergeRounds {
    private static final int CARDS = 24;
    private static final List<String> TEXTS =
            List.of("name", "source", "experience", "goal", "lifestyle", "location", "notes", "limitations_text");
    private static final List<String> OWN = List.of("custom.own", "custom.other");
    // The place on the board stands in two tables, which have to agree.
    private static final String ROW = """
            to_jsonb(c) - array['version','paid_minor','paid_total_minor','contacted_at','last_contact_at','last_contact_sort']
              || coalesce((select jsonb_build_object('place', k.position, 'column', k.stage_id, 'since', k.since, 'hidden', k.hidden)
                             from pipeline.card k where k.business_id = c.business_id and k.client_id = c.id), '{}')""";

    private final World world;
    private final Clients clients;
    private final Actions actions;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Random random;
    private final Business business;
    private final PeopleModel model = new PeopleModel();
    private final List<Long> cards = new ArrayList<>();
    private final Map<Long, Instant> mergedAt = new HashMap<>();
    private final Set<Long> edited = new LinkedHashSet<>();
    private String token = "";
    private int values;
    private int done;

    MergeRounds(World world, Clients clients, Actions actions, JdbcClient jdbc, long seed) {
        this.world = world;
        this.clients = clients;
        this.actions = actions;
        this.jdbc = jdbc;
        this.random = new Random(seed);
        this.business = world.business();
    }

    /** @param rounds how many merges and undos */
    void run(int rounds) {
        token = world.token(business, Role.ADMIN);
        List<Long> stages = new ArrayList<>();
        world.get("/api/pipeline/stages", token)
                .body()
                .path("items")
                .forEach(stage -> stages.add(stage.path("id").asLong()));
        for (int i = 0; i < CARDS; i++) {
            make(stages.get(i % stages.size()));
        }
        Map<Long, String> snapshot = rows();
        for (int step = 0; done < rounds; step++) {
            world.clock().advance(Duration.ofMillis(100));
            if (step % 4_000 == 3_999) {
                token = world.token(business, Role.ADMIN);
            }
            step();
            if (step % 25 == 0) {
                compare();
            }
        }
        compare();
        for (var join : model.inForce()) {
            undo(join.id());
        }
        compare();
        assertThat(model.inForce()).isEmpty();
        Map<Long, String> after = rows();
        for (long card : cards) {
            if (!edited.contains(card)) {
                assertThat(after.get(card)).as("card %d as it was", card).isEqualTo(snapshot.get(card));
            } else {
                for (String kept : List.of("stage_id", "board_place", "place", "column", "since", "hidden")) {
                    assertThat(json.readTree(after.get(card)).path(kept))
                            .as("%s of card %d", kept, card)
                            .isEqualTo(json.readTree(snapshot.get(card)).path(kept));
                }
            }
        }
    }

    private void make(long stage) {
        var fields = new TreeMap<String, String>();
        fields.put("name", "Клиент " + ++values);
        fields.put("source", "источник " + ++values);
        var body = new HashMap<String, Object>(
                Map.of("name", fields.get("name"), "source", fields.get("source"), "stage_id", stage));
        long card = world.post("/api/clients", token, body).body().path("id").asLong();
        cards.add(card);
        model.made(card, fields);
        for (String field : TEXTS) {
            if (!fields.containsKey(field) && random.nextBoolean()) {
                patch(card, field, "значение " + ++values);
            }
        }
        if (random.nextBoolean()) {
            patch(card, OWN.get(random.nextInt(2)), "своё " + ++values);
        }
        patch(card, "tag.т" + ++values, "да");
        edited.clear();
    }

    private void step() {
        int dice = random.nextInt(100);
        long card = any(cards);
        if (dice < 30) {
            merge(card, any(cards));
        } else if (dice < 55) {
            var joins = model.inForce();
            if (!joins.isEmpty()) {
                undo(any(joins).id());
            }
        } else if (dice < 57) {
            undoMany();
        } else if (dice < 75) {
            edit(card);
        } else if (dice < 90) {
            long minor = 100L * (1 + random.nextInt(50));
            world.run(business, () -> clients.paid(business.id(), new ClientId(card), new Money(minor, "RUB")));
            model.paid(card, minor);
        } else {
            world.run(business, () -> actions.note(business.id(), new ClientId(card), "note", "запись", null));
            model.noted(card);
        }
    }

    private void merge(long one, long other) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String field : TEXTS) {
            if (random.nextInt(4) == 0) {
                chosen.add(field);
            }
        }
        if (random.nextInt(4) == 0) {
            chosen.add(any(OWN));
        }
        var body = Map.of("client_id", other, "take", chosen);
        if (random.nextInt(10) == 0) {
            dryRun(one, other, chosen);
        }
        var answer = world.post("/api/clients/" + one + "/merge", token, body);
        if (model.standing(one) == model.standing(other)) {
            assertThat(answer.status()).isEqualTo(409);
            return;
        }
        assertThat(answer.status()).isEqualTo(200);
        long id = answer.body().path("id").asLong();
        mergedAt.put(id, world.clock().instant());
        model.joined(id, one, other, chosen);
        done++;
    }

    /** Shows the card that the merge then makes, and changes nothing. */
    private void dryRun(long one, long other, Set<String> chosen) {
        var before = rows();
        var answer = world.post(
                "/api/clients/" + one + "/merge", token, Map.of("client_id", other, "take", chosen, "dry_run", true));
        if (answer.status() == 200) {
            var real = world.post("/api/clients/" + one + "/merge", token, Map.of("client_id", other, "take", chosen))
                    .body();
            assertThat(plain(answer.body().path("card"))).isEqualTo(plain(real.path("card")));
            long id = real.path("id").asLong();
            assertThat(world.post("/api/clients/" + one + "/merges/" + id + "/undo", token, Map.of())
                            .status())
                    .isIn(200, 404);
            if (model.standing(one) != one) {
                world.post(
                        "/api/clients/" + real.path("standing").asLong() + "/merges/" + id + "/undo", token, Map.of());
            }
        }
        assertThat(rows()).isEqualTo(before);
    }

    private static String plain(JsonNode card) {
        return card.toString().replaceAll("\"version\":\\d+", "");
    }

    private void undo(long id) {
        long standing = model.inForce().stream()
                .filter(join -> join.id() == id)
                .findFirst()
                .orElseThrow()
                .standing();
        int status = world.post("/api/clients/" + standing + "/merges/" + id + "/undo", token, Map.of())
                .status();
        assertThat(status).isEqualTo(model.undoable(id) ? 200 : 409);
        if (status == 200) {
            model.undone(id);
            done++;
        }
    }

    private void undoMany() {
        var joins = model.inForce();
        if (joins.isEmpty()) {
            return;
        }
        long from = joins.get(random.nextInt(Math.min(joins.size(), 6))).id();
        var request = new HashMap<String, Object>(
                Map.of("rule", "staff", "since", String.valueOf(mergedAt.get(from)), "dry_run", true));
        List<Long> foreseen = ids(
                world.post("/api/clients/merges/undo", token, request).body().path("undone"));
        request.put("dry_run", false);
        List<Long> undone = ids(
                world.post("/api/clients/merges/undo", token, request).body().path("undone"));
        assertThat(undone).isEqualTo(foreseen).isEqualTo(model.massUndo(from));
        done += undone.size();
    }

    private static List<Long> ids(JsonNode array) {
        var ids = new ArrayList<Long>();
        array.forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    private void edit(long card) {
        long standing = model.standing(card);
        int dice = random.nextInt(10);
        Map<String, String> now = model.cards().get(standing);
        if (dice < 5) {
            patch(card, any(TEXTS), "правка " + ++values);
        } else if (dice < 7) {
            String field = any(TEXTS.subList(2, TEXTS.size()));
            patch(card, field, "");
        } else if (dice < 8) {
            patch(card, any(OWN), random.nextBoolean() ? "" : "своё " + ++values);
        } else if (dice < 9 && tags() < 45) {
            patch(card, "tag.т" + ++values, "да");
        } else {
            now.keySet().stream()
                    .filter(field -> field.startsWith("tag."))
                    .findFirst()
                    .ifPresent(field -> patch(card, field, ""));
        }
    }

    /** A card takes fifty, and all cards may become one person. */
    private long tags() {
        return model.cards().values().stream()
                .flatMap(fields -> fields.keySet().stream())
                .filter(field -> field.startsWith("tag."))
                .distinct()
                .count();
    }

    private void patch(long card, String field, String value) {
        long standing = model.standing(card);
        Map<String, Object> body = new HashMap<>();
        if (field.startsWith("tag.")) {
            var tags = new LinkedHashSet<String>();
            model.cards().get(standing).keySet().stream()
                    .filter(known -> known.startsWith("tag."))
                    .forEach(known -> tags.add(known.substring(4)));
            if (value.isEmpty()) {
                tags.remove(field.substring(4));
            } else {
                tags.add(field.substring(4));
            }
            body.put("tags", tags);
        } else if (field.startsWith("custom.")) {
            var own = new HashMap<String, Object>();
            own.put(field.substring(7), value.isEmpty() ? null : value);
            body.put("custom", own);
        } else {
            body.put(field, value.isEmpty() ? null : value);
        }
        var answer = world.call(HttpMethod.PATCH, "/api/clients/" + card, token, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        model.edited(card, field, value);
        edited.add(standing);
    }

    private void compare() {
        Map<Long, Map<String, String>> kept = new TreeMap<>();
        Map<Long, Long> into = new TreeMap<>();
        Map<Long, Long> own = new TreeMap<>();
        Map<Long, Long> totals = new TreeMap<>();
        rowsWith("to_jsonb(c)").forEach((id, text) -> {
            JsonNode row = json.readTree(text);
            var fields = new TreeMap<String, String>();
            for (String field : TEXTS) {
                if (!row.path(field).isNull() && !row.path(field).asString().isEmpty()) {
                    fields.put(field, row.path(field).asString());
                }
            }
            row.path("custom")
                    .properties()
                    .forEach(one ->
                            fields.put("custom." + one.getKey(), one.getValue().asString()));
            kept.put(id, fields);
            own.put(id, row.path("paid_minor").asLong());
            if (row.path("merged_into").isNull()) {
                totals.put(id, row.path("paid_total_minor").asLong());
            } else {
                into.put(id, row.path("merged_into").asLong());
            }
        });
        pairs("select client_id, tag from clients.tag where business_id = :business")
                .forEach(tag -> kept.get(tag.getKey()).put("tag." + tag.getValue(), "да"));
        assertThat(kept).isEqualTo(model.cards());
        assertThat(into).isEqualTo(model.into());
        assertThat(own).isEqualTo(model.ownPaid());
        assertThat(totals).isEqualTo(model.totals());
        Map<Long, Integer> notes = cards.stream().collect(Collectors.toMap(card -> card, _ -> 0));
        pairs("select client_id, id::text from clients.action where business_id = :business")
                .forEach(note -> notes.merge(note.getKey(), 1, Integer::sum));
        assertThat(notes).isEqualTo(model.notes());
    }

    private List<Map.Entry<Long, String>> pairs(String sql) {
        return world.in(
                business,
                () -> jdbc.sql(sql)
                        .param("business", business.id().value())
                        .query((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                        .list());
    }

    private Map<Long, String> rows() {
        return rowsWith(ROW);
    }

    private Map<Long, String> rowsWith(String what) {
        return new TreeMap<>(
                pairs("select c.id, (" + what + ")::text from clients.client c where business_id = :business").stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
