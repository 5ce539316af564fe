package io.orbita.clients;

import io.orbita.clients.spi.Mentions;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the room when a person is forgotten: what stays is that there was somebody, and the figures. */
@Component
class ErasedRows {
    /** Stands in place of the name wherever lists show one. */
    static final String NOBODY = "Клиент удалён";

    private static final int SHORTEST_NAME = 3;
    private static final int DIGITS = 10;

    private final JdbcClient jdbc;
    private final ClientRows clients;
    private final Identities identities;
    private final Suspicions suspicions;
    private final Timeline timeline;
    private final Clock clock;

    ErasedRows(
            JdbcClient jdbc,
            ClientRows clients,
            Identities identities,
            Suspicions suspicions,
            Timeline timeline,
            Clock clock) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clients = clients;
        this.identities = identities;
        this.suspicions = suspicions;
        this.clock = clock;
    }

    boolean begin(BusinessId business, long standing) {
        return jdbc.sql("""
                                update clients.client set erasing_at = :now, version = version + 1
                                 where business_id = :business and stands_as = :client and erasing_at is null and erased_at is null
                                """)
                        .param("business", business.value())
                        .param("client", standing)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                > 0;
    }

    boolean erased(BusinessId business, long client) {
        return jdbc.sql("""
                        select exists (select from clients.client where business_id = :business and id = :client and erased_at is not null)
                        """)
                .param("business", business.value())
                .param("client", client)
                .query(Boolean.class)
                .single();
    }

    /** What names the person elsewhere. */
    Mentions mentions(BusinessId business, long client, Set<ClientId> gossips) {
        List<Long> members = clients.members(business, client);
        List<Identities.Known> known = identities.of(business, members);
        Set<String> names = texts(business, members, "name").stream()
                .filter(name -> name.length() >= SHORTEST_NAME && !name.equals(lower(NOBODY)))
                .collect(Collectors.toSet());
        Set<String> addresses = new HashSet<>(texts(business, members, "username"));
        addresses.removeIf(nick -> nick.length() <= SHORTEST_NAME);
        Set<String> digits = new HashSet<>();
        for (Identities.Known one : known) {
            String value = one.identity().value();
            switch (one.identity().kind()) {
                case PHONE -> digits.add(value.substring(Math.max(1, value.length() - DIGITS)));
                case EMAIL -> addresses.add(value);
                case TELEGRAM, SANDBOX, VK -> {
                    if (value.length() >= DIGITS / 2) {
                        digits.add(value);
                    }
                }
                case VISITOR -> {
                    // says nothing to anybody
                }
            }
        }
        return new Mentions(
                names,
                names.stream()
                        .flatMap(name -> Words.of(name).stream())
                        .filter(word -> word.length() > SHORTEST_NAME)
                        .collect(Collectors.toSet()),
                addresses,
                digits,
                Stream.concat(
                                gossips.stream(),
                                suspicions.of(business, members).stream()
                                        .map(suspect -> new ClientId(suspect.clientId())))
                        .collect(Collectors.toSet()));
    }

    /** Both are constants of the code. */
    private Set<String> texts(BusinessId business, Collection<Long> members, String column) {
        return jdbc
                .sql("select " + column + """
                         from clients.client where business_id = :business and id = any(:members)
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query((row, _) -> java.util.Objects.requireNonNullElse(row.getString(1), ""))
                .list()
                .stream()
                .map(ErasedRows::lower)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    void erase(BusinessId business, List<Long> members) {
        timeline.flush();
        for (String statement : List.of(
                "delete from clients.identity where business_id = :business and client_id = any(:members)",
                "delete from clients.word where business_id = :business and client_id = any(:members)",
                "delete from clients.tag where business_id = :business and client_id = any(:members)",
                "delete from clients.bot_link where business_id = :business and client_id = any(:members)",
                """
                delete from clients.suspicion
                 where business_id = :business and (client_id = any(:members) or other_id = any(:members))
                """,
                """
                update clients.merge set filled = '[]', former = null
                 where business_id = :business and (standing = any(:members) or merged = any(:members))
                """,
                "update clients.action set text = null where business_id = :business and client_id = any(:members)",
                "update clients.contact set text = null where business_id = :business and client_id = any(:members)",
                "select clients.forget(:business, member) from unnest(:members) as member")) {
            run(statement, business, members);
        }
        // A source that others came from as well is a figure; one of its own could be a name.
        jdbc.sql("""
                        update clients.lead l
                           set notes = null, utm = '{}',
                               source = case when exists (select from clients.lead o where o.business_id = :business and o.source = l.source
                                                             and o.client_id <> all(:members)) then source else 'unknown' end
                         where business_id = :business and client_id = any(:members)
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                        update clients.client c
                           set name = :nobody, username = null, utm = '{}', gender = null, birth_date = null, age = null, experience = null,
                               goal = null, height_cm = null, weight_kg = null, lifestyle = null, days_per_week = null, location = null,
                               equipment = '{}', limitations = '{}', limitations_text = null, custom = '{}', notes = null, zone = null,
                               next_contact_at = null, archived_at = coalesce(archived_at, :now), erasing_at = null,
                               erased_at = coalesce(erased_at, :now), version = version + 1,
                               source = case when exists (select from clients.client o where o.business_id = :business and o.source = c.source
                                                             and o.id <> all(:members)) then source else 'unknown' end
                         where business_id = :business and id = any(:members)
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("nobody", NOBODY)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private void run(String statement, BusinessId business, List<Long> members) {
        var prepared =
                jdbc.sql(statement).param("business", business.value()).param("members", members.toArray(Long[]::new));
        if (statement.startsWith("select")) {
            prepared.query((_, _) -> true).list();
        } else {
            prepared.update();
        }
    }

    /** Lines in the histories of others that name the person. */
    void eraseMentions(BusinessId business, Mentions mentions) {
        var marks = new HashSet<>(mentions.names());
        marks.addAll(mentions.addresses());
        Long[] others = mentions.others().stream().map(ClientId::value).toArray(Long[]::new);
        jdbc.sql("select clients.forget_mentions(:business, :others, :names, :addresses, :digits, :words)")
                .param("business", business.value())
                .param("others", others)
                .param("names", mentions.names().toArray(String[]::new))
                .param("addresses", mentions.addresses().toArray(String[]::new))
                .param("digits", mentions.digits().toArray(String[]::new))
                .param("words", mentions.words().toArray(String[]::new))
                .query((_, _) -> true)
                .single();
        jdbc.sql("""
                        update clients.action set text = null
                         where business_id = :business and client_id = any(:others)
                           and exists (select from unnest(:marks) as mark where position(mark in lower(text)) > 0)
                        """)
                .param("business", business.value())
                .param("others", others)
                .param("marks", marks.toArray(String[]::new))
                .update();
    }
}
