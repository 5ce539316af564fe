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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cards in the database: read whole, written whole. */
@Component
class CardRows {
    private static final TypeReference<LinkedHashMap<String, String>> MARKS = new TypeReference<>() {};

    /** What stands only on the card, beside the summary and the profile. */
    private record Rest(
            Map<String, String> utm,
            @Nullable LocalDate birthDate,
            @Nullable String notes,
            @Nullable String zone,
            int version) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Summaries summaries;
    private final Profiles profiles;
    private final Identities identities;
    private final Suspicions suspicions;
    private final ClientRows rows;

    CardRows(
            JdbcClient jdbc,
            JsonMapper json,
            Summaries summaries,
            Profiles profiles,
            Identities identities,
            Suspicions suspicions,
            ClientRows rows) {
        this.jdbc = jdbc;
        this.json = json;
        this.summaries = summaries;
        this.profiles = profiles;
        this.identities = identities;
        this.suspicions = suspicions;
        this.rows = rows;
    }

    ClientCard card(BusinessId business, long standing) {
        ClientSummary summary =
                Objects.requireNonNull(summaries.of(business, List.of(standing)).get(standing));
        Profile profile = profiles.of(business, standing);
        Rest rest = rest(business, standing);
        List<Long> members = rows.members(business, standing);
        return new ClientCard(
                summary.id(),
                summary.name(),
                summary.phones(),
                summary.emails(),
                summary.telegramUsername(),
                summary.stage(),
                summary.source(),
                rest.utm(),
                summary.tags(),
                summary.assignedTo(),
                summary.paidTotal(),
                summary.lastContactAt(),
                summary.nextContactAt(),
                summary.createdAt(),
                summary.archived(),
                profile.gender(),
                rest.birthDate(),
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
                rest.notes(),
                rest.zone(),
                identities.of(business, members).stream()
                        .map(known -> new ClientCard.Channel(
                                known.identity().kind().name().toLowerCase(java.util.Locale.ROOT),
                                known.verified(),
                                known.reachable()))
                        .toList(),
                suspicions.of(business, members),
                members.stream().filter(member -> member != standing).toList(),
                rest.version());
    }

    private Rest rest(BusinessId business, long standing) {
        return jdbc.sql("""
                        select utm, birth_date, notes, zone, version from clients.client
                         where business_id = :business and id = :client
                        """)
                .param("business", business.value())
                .param("client", standing)
                .query((row, _) -> rest(row))
                .single();
    }

    private Rest rest(ResultSet row) throws SQLException {
        return new Rest(
                json.readValue(row.getString("utm"), MARKS),
                row.getObject("birth_date", LocalDate.class),
                row.getString("notes"),
                row.getString("zone"),
                row.getInt("version"));
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
