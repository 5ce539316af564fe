package io.orbita.site.cabinet;

import io.orbita.businesses.spi.StaffMail;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Letters with a link into the cabinet. Asking costs the same whether the address is known or not: it is written down, sealed, and looked up later. The letter goes past the conversations, which
 * staff reads, and holds a link that only its reader should open.
 */
@Component
class CabinetLetters implements Due {
    private static final String KIND = "site.cabinet-letter";
    private static final String FIELD = "site.cabinet_wish";
    private static final int MOST_IN_WINDOW = 3;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int KEY_LENGTH = 22;

    private record Prepared(Identity email, String name, String token) {}

    private final JdbcClient jdbc;
    private final CabinetKeeping keeping;
    private final Clients clients;
    private final Entrances entrances;
    private final DueWork due;
    private final ObjectProvider<StaffMail> mail;
    private final CabinetAddress address;

    CabinetLetters(
            JdbcClient jdbc,
            CabinetKeeping keeping,
            Clients clients,
            Entrances entrances,
            DueWork due,
            ObjectProvider<StaffMail> mail,
            CabinetAddress address) {
        this.jdbc = jdbc;
        this.keeping = keeping;
        this.clients = clients;
        this.entrances = entrances;
        this.due = due;
        this.mail = mail;
        this.address = address;
    }

    /** Somebody typed that address. */
    void ask(BusinessId business, Identity email) {
        keeping.transaction().executeWithoutResult(_ -> {
            long id = jdbc.sql("""
                            insert into site.cabinet_wish (business_id, sealed, created_at) values (:business, :sealed, :now) returning id
                            """)
                    .param("business", business.value())
                    .param("sealed", keeping.vault().seal(business, FIELD, email.value()))
                    .param("now", Sql.at(keeping.now()))
                    .query(Long.class)
                    .single();
            due.now(KIND, business, Long.toString(id));
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        long id = Long.parseLong(ref);
        StaffMail way = mail.getIfAvailable();
        Optional<Prepared> prepared = Objects.requireNonNull(
                keeping.transaction().execute(_ -> prepare(business, id, way != null && way.isReady(business))));
        if (prepared.isPresent() && way != null) {
            Prepared one = prepared.get();
            StaffMail.Outcome outcome = way.send(
                    business,
                    new StaffMail.Letter(
                            "cabinet-" + PublicId.random(KEY_LENGTH),
                            one.email().value(),
                            "Вход в кабинет",
                            letter(business, one)));
            if (outcome != StaffMail.Outcome.SENT) {
                keeping.transaction().executeWithoutResult(_ -> entrances.withdraw(business, one.token()));
            }
            if (outcome == StaffMail.Outcome.LATER) {
                throw new IllegalStateException("the mail server does not take the letter now");
            }
        }
        keeping.transaction()
                .executeWithoutResult(
                        _ -> jdbc.sql("delete from site.cabinet_wish where business_id = :business and id = :id")
                                .param("business", business.value())
                                .param("id", id)
                                .update());
    }

    /** A wish that is older than a link lives is nobody's any more. */
    private Optional<Prepared> prepare(BusinessId business, long id, boolean ready) {
        Instant now = keeping.now();
        return jdbc.sql(
                        "select sealed from site.cabinet_wish where business_id = :business and id = :id and created_at > :old")
                .param("business", business.value())
                .param("id", id)
                .param("old", Sql.at(now.minus(Entrances.LINK_LIFE)))
                .query((row, _) -> row.getBytes("sealed"))
                .optional()
                .filter(_ -> ready)
                .map(bytes -> new Identity(Identity.Kind.EMAIL, keeping.vault().open(business, FIELD, bytes)))
                .flatMap(email -> clients.claimant(business, email)
                        .filter(client -> !isEnough(business, client, now))
                        .map(client -> new Prepared(
                                email,
                                clients.contacts(business, client).name(),
                                entrances.issue(business, client, "email"))));
    }

    private boolean isEnough(BusinessId business, ClientId client, Instant now) {
        return entrances.issued(business, client, "email", now.minus(WINDOW)) >= MOST_IN_WINDOW;
    }

    private String letter(BusinessId business, Prepared one) {
        return """
                Здравствуйте%s!

                Вот ссылка в ваш кабинет, «%s»:
                %s

                Она сработает один раз в течение 30 минут. Если вход просили не вы, ничего делать не нужно: никто, кроме вас, ссылку не видел.
                """.formatted(
                one.name().isBlank() ? "" : ", " + one.name(), address.brand(business), address.of(one.token()));
    }
}
