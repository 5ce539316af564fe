package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cards in the database: read whole, written whole. */
@Component
class CardRows {
    private static final TypeReference<LinkedHashMap<String, String>> MARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Summaries summaries;
    private final Profiles profiles;
    private final Suspicions suspicions;
    private final FreshCards fresh;

    CardRows(
            JdbcClient jdbc,
            JsonMapper json,
            Summaries summaries,
            Profiles profiles,
            Suspicions suspicions,
            FreshCards fresh) {
        this.jdbc = jdbc;
        this.json = json;
        this.summaries = summaries;
        this.profiles = profiles;
        this.suspicions = suspicions;
        this.fresh = fresh;
    }

    /** The card of the person, by whichever of their clients. */
    Optional<ClientCard> find(BusinessId business, long client) {
        Summaries.Rows rows = summaries.rows(business);
        return jdbc.sql("select " + Summaries.COLUMNS + ", " + Profiles.COLUMNS + """
                        , c.utm, c.notes, c.zone, c.version,
                        array(select m.id from clients.client m
                               where m.business_id = :business and m.stands_as = c.id order by m.id) as members,
                        exists (select from clients.client m
                                  join clients.suspicion s on s.business_id = m.business_id and m.id in (s.client_id, s.other_id)
                                 where m.business_id = :business and m.stands_as = c.id) as suspected
                          from clients.client c
                         where c.business_id = :business
                           and c.id = (select stands_as from clients.client where business_id = :business and id = :client)
                        """)
                .param("business", business.value())
                .param("client", client)
                .query((row, _) -> card(business, row, rows))
                .optional();
    }

    ClientCard card(BusinessId business, long standing) {
        return find(business, standing).orElseThrow(ClientRows::unknown);
    }

    private ClientCard card(BusinessId business, ResultSet row, Summaries.Rows rows) throws SQLException {
        List<Identities.Known> known = rows.known(row);
        ClientSummary summary = rows.summary(row, known);
        Profile profile = profiles.read(row);
        List<Long> members = List.of((Long[]) row.getArray("members").getArray());
        return new ClientCard(
                summary.id(),
                summary.name(),
                summary.phones(),
                summary.emails(),
                summary.telegramUsername(),
                summary.stage(),
                summary.source(),
                json.readValue(row.getString("utm"), MARKS),
                summary.tags(),
                summary.assignedTo(),
                summary.paidTotal(),
                summary.lastContactAt(),
                summary.nextContactAt(),
                summary.createdAt(),
                summary.archived(),
                profile.gender(),
                row.getObject("birth_date", LocalDate.class),
                profile.age(),
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
                row.getString("zone"),
                known.stream()
                        .map(one -> new ClientCard.Channel(
                                one.identity().kind().name().toLowerCase(java.util.Locale.ROOT),
                                one.verified(),
                                one.reachable()))
                        .toList(),
                row.getBoolean("suspected") ? suspicions.of(business, members) : List.of(),
                members.stream().filter(member -> member != summary.id()).toList(),
                row.getInt("version"));
    }

    /** A new card as staff makes it; the contacts are locked, and nobody holds them. Returns the id of the client. */
    long make(BusinessId business, String source, NewClient client, List<Identity> contacts) {
        return fresh.write(
                business,
                new Newcomer(client.name(), null, source, Map.of()),
                client.notes(),
                client.assignedTo(),
                ClientEdit.either(client.tags()),
                contacts);
    }

    void write(BusinessId business, long standing, ClientEdit edit) {
        profiles.write(business, standing, edit.profile());
        jdbc.sql("""
                        update clients.client
                           set name = :name, username = :username, source = coalesce(:source, source), next_contact_at = :next,
                               birth_date = :birthDate, zone = :zone
                         where business_id = :business and id = :client
                        """)
                .param("business", business.value())
                .param("client", standing)
                .param("name", Objects.requireNonNullElse(edit.name(), "").strip())
                .param("username", blankToNull(edit.telegramUsername()))
                .param("source", blankToNull(edit.source()))
                .param("next", Sql.atOrNull(edit.nextContactAt()))
                .param("birthDate", edit.birthDate())
                .param("zone", edit.timeZone())
                .update();
        notes(business, standing, edit.notes(), edit.assignedTo());
    }

    void notes(BusinessId business, long client, @Nullable String notes, @Nullable Long assignedTo) {
        jdbc.sql("""
                        update clients.client set notes = :notes, assigned_to = :staff
                         where business_id = :business and id = :client
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("notes", blankToNull(notes))
                .param("staff", assignedTo)
                .update();
    }

    void tags(BusinessId business, long client, List<String> tags) {
        String[] wanted = tags.stream().map(String::strip).distinct().toArray(String[]::new);
        jdbc.sql("""
                        delete from clients.tag where business_id = :business and client_id = :client and tag <> all(:tags)
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("tags", wanted)
                .update();
        jdbc.sql("""
                        insert into clients.tag (business_id, tag, client_id)
                        select :business, tag, :client from unnest(:tags) as tag on conflict do nothing
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("tags", wanted)
                .update();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
