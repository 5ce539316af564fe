package io.orbita.clients;

import io.orbita.platform.jdbc.LateRows;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of many clients, read and written at once. */
@Component
class IntakeRows {
    /** A card as JSON in columns: the names are those of {@link ClientEdit}. */
    private static final String CARD = """
            from jsonb_to_recordset(:cards::jsonb) as r (id bigint, stage bigint, version int, name text, telegram_username text, source text,
                 assigned_to bigint, next_contact_at timestamptz, gender text, birth_date date, age int, experience text, goal text,
                 height_cm int, weight_kg numeric, lifestyle text, days_per_week int, location text, equipment text[], limitations text[],
                 limitations_text text, custom jsonb, notes text, time_zone text)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Profiles profiles;
    private final IdentityColumn identities;
    private final Clock clock;
    private final LateRows late;

    IntakeRows(
            JdbcClient jdbc,
            JsonMapper json,
            Profiles profiles,
            IdentityColumn identities,
            Clock clock,
            LateRows late) {
        this.jdbc = jdbc;
        this.late = late;
        this.json = json;
        this.profiles = profiles;
        this.identities = identities;
        this.clock = clock;
    }

    List<Long> numbers(int many) {
        return jdbc.sql("select nextval('clients.client_id_seq') as id from generate_series(1, :many) order by id")
                .param("many", many)
                .query(Long.class)
                .list();
    }

    void insert(BusinessId business, List<Intake.Held> made) {
        jdbc.sql("""
                        insert into clients.client
                          (business_id, id, stands_as, stage_id, name, username, source, assigned_to, next_contact_at, gender, birth_date, age,
                           experience, goal, height_cm, weight_kg, lifestyle, days_per_week, location, equipment, limitations,
                           limitations_text, custom, notes, zone, version, created_at)
                        select :business, r.id, r.id, r.stage, r.name, r.telegram_username, r.source, r.assigned_to, r.next_contact_at, r.gender,
                               r.birth_date, r.age, r.experience, r.goal, r.height_cm, r.weight_kg, r.lifestyle, r.days_per_week, r.location,
                               r.equipment, r.limitations, r.limitations_text, r.custom, r.notes, r.time_zone, r.version, :now
                        """ + CARD + " order by r.id")
                .param("business", business.value())
                .param("cards", cards(made))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void update(BusinessId business, List<Intake.Held> changed) {
        jdbc.sql("""
                        update clients.client c
                           set name = r.name, username = r.telegram_username, source = r.source, assigned_to = r.assigned_to,
                               next_contact_at = r.next_contact_at, gender = r.gender, birth_date = r.birth_date, age = r.age,
                               experience = r.experience, goal = r.goal, height_cm = r.height_cm, weight_kg = r.weight_kg,
                               lifestyle = r.lifestyle, days_per_week = r.days_per_week, location = r.location, equipment = r.equipment,
                               limitations = r.limitations, limitations_text = r.limitations_text, custom = r.custom, notes = r.notes,
                               zone = r.time_zone, version = r.version
                        """ + CARD + " where c.business_id = :business and c.id = r.id")
                .param("business", business.value())
                .param("cards", cards(changed))
                .update();
    }

    private String cards(List<Intake.Held> held) {
        ArrayNode cards = json.createArrayNode();
        for (Intake.Held one : held) {
            ObjectNode card = json.valueToTree(one.card());
            cards.add(card.put("id", one.client()).put("stage", one.stage()).put("version", one.version()));
        }
        return json.writeValueAsString(cards);
    }

    Map<Long, Intake.Held> hold(BusinessId business, Collection<Long> clients) {
        Map<Long, Long> standing = lock(business, clients);
        Long[] persons = standing.values().stream().distinct().toArray(Long[]::new);
        Map<Long, List<String>> tags = tags(business, persons);
        Map<Long, Intake.Held> held = new HashMap<>();
        jdbc.sql("select id, stage_id, name, username, source, assigned_to, next_contact_at, notes, zone, version, "
                        + Profiles.COLUMNS + ", " + IdentityColumn.SQL
                        + " as known from clients.client c where business_id = :business and id = any(:persons)")
                .param("business", business.value())
                .param("persons", persons)
                .query(row -> {
                    long id = row.getLong("id");
                    held.put(
                            id,
                            held(
                                    row,
                                    identities.read(business, row.getString("known")),
                                    tags.getOrDefault(id, List.of())));
                });
        Map<Long, Intake.Held> asked = new HashMap<>();
        standing.forEach((client, person) -> {
            Intake.Held card = held.get(person);
            if (card != null) {
                asked.put(client, card);
            }
        });
        return asked;
    }

    /** Locks the standing cards in the order of their ids; who stands for whom cannot change any more then. */
    private Map<Long, Long> lock(BusinessId business, Collection<Long> clients) {
        Long[] wanted = clients.toArray(Long[]::new);
        // A merge that commits while we wait makes other cards stand for the clients; it locks the standing ones too,
        // so this ends.
        while (true) {
            Set<Long> locked = new HashSet<>(jdbc.sql("""
                            select id from clients.client
                             where business_id = :business
                               and id in (select stands_as from clients.client where business_id = :business and id = any(:clients))
                             order by id for no key update
                            """)
                    .param("business", business.value())
                    .param("clients", wanted)
                    .query(Long.class)
                    .list());
            Map<Long, Long> standing = new HashMap<>();
            jdbc.sql("select id, stands_as from clients.client where business_id = :business and id = any(:clients)")
                    .param("business", business.value())
                    .param("clients", wanted)
                    .query(row -> {
                        standing.put(row.getLong("id"), row.getLong("stands_as"));
                    });
            if (locked.containsAll(standing.values())) {
                return standing;
            }
        }
    }

    private Map<Long, List<String>> tags(BusinessId business, Long[] persons) {
        var tags = new HashMap<Long, List<String>>();
        jdbc.sql("""
                        select client_id, tag from clients.tag
                         where business_id = :business and client_id = any(:persons) order by tag collate platform.people
                        """)
                .param("business", business.value())
                .param("persons", persons)
                .query(row -> {
                    tags.computeIfAbsent(row.getLong("client_id"), _ -> new ArrayList<>())
                            .add(row.getString("tag"));
                });
        return tags;
    }

    private Intake.Held held(ResultSet row, List<Identities.Known> known, List<String> tags) throws SQLException {
        Profile profile = profiles.read(row);
        LocalDate birthDate = row.getObject("birth_date", LocalDate.class);
        var card = new ClientEdit(
                row.getString("name"),
                Identities.values(known, Identity.Kind.PHONE),
                Identities.values(known, Identity.Kind.EMAIL),
                row.getString("username"),
                row.getString("source"),
                tags,
                row.getObject("assigned_to", Long.class),
                Summaries.instant(row, "next_contact_at"),
                profile.gender(),
                birthDate,
                birthDate == null ? profile.age() : null,
                profile.experience(),
                profile.goal(),
                profile.heightCm(),
                profile.weightKg(),
                profile.lifestyle(),
                profile.daysPerWeek(),
                profile.location(),
                profile.equipment(),
                profile.limitations(),
                profile.limitationsText(),
                profile.custom(),
                row.getString("notes"),
                row.getString("zone"));
        return new Intake.Held(row.getLong("id"), row.getObject("stage_id", Long.class), card, row.getInt("version"));
    }

    Set<Long> untouched(BusinessId business, Map<Long, Integer> versions, Collection<String> edits) {
        late.flush();
        Long[] clients = versions.keySet().toArray(Long[]::new);
        Integer[] last = versions.values().toArray(Integer[]::new);
        return new HashSet<>(jdbc.sql("""
                        select u.client from unnest(:clients::bigint[], :versions::int[]) as u (client, version)
                          join clients.client c on c.business_id = :business and c.id = u.client and c.version = u.version and c.stands_as = c.id
                         where not exists (select 1 from clients.client m
                                            where m.business_id = :business and m.stands_as = u.client and m.id <> u.client)
                           and not exists (select 1 from clients.timeline t
                                            where t.business_id = :business and t.client_id = u.client
                                              and not (t.kind = 'pipeline.move' and t.facts ->> 'cause' = 'import')
                                              and not (t.kind = :edited and t.key = any(:edits)))
                        """)
                .param("business", business.value())
                .param("clients", clients)
                .param("versions", last)
                .param("edited", CardTraces.EDITED)
                .param("edits", edits.toArray(String[]::new))
                .query(Long.class)
                .list());
    }

    void withdraw(BusinessId business, Collection<Long> clients) {
        late.flush();
        jdbc.sql("select clients.withdraw_all(:business, :clients)")
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query((_, _) -> true)
                .single();
    }
}
