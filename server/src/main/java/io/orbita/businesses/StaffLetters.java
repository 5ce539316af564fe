package io.orbita.businesses;

import io.orbita.businesses.spi.StaffMail;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Letters to staff on their way: written with the deed, sealed while they wait, sent as due work, gone once sent or of no use. */
@Component
class StaffLetters implements Due {
    private static final String KIND = "businesses.staff-letter";
    private static final String FIELD = "businesses.staff_letter";

    private record Waiting(byte[] sealed, Instant uselessAt) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final DueWork due;
    private final ObjectProvider<StaffMail> mail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffLetters(
            JdbcClient jdbc,
            Vault vault,
            JsonMapper json,
            DueWork due,
            ObjectProvider<StaffMail> mail,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.due = due;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether letters of this business go anywhere. */
    boolean go(BusinessId business) {
        StaffMail way = mail.getIfAvailable();
        return way != null && way.isReady(business);
    }

    /**
     * Writes a letter in the transaction that makes it necessary.
     *
     * @param uselessAt when what it holds opens nothing any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(BusinessId business, String to, String subject, String text, Instant uselessAt) {
        String key = PublicId.random(22);
        String letter = json.writeValueAsString(new StaffMail.Letter(key, to, subject, text));
        long id = jdbc.sql("""
                        insert into businesses.staff_letter (business_id, key, sealed, created_at, useless_at)
                        values (:business, :key, :sealed, :now, :useless) returning id
                        """)
                .param("business", business.value())
                .param("key", key)
                .param("sealed", vault.seal(business, FIELD, letter))
                .param("now", Sql.at(clock.instant()))
                .param("useless", Sql.at(uselessAt))
                .query(Long.class)
                .single();
        due.now(KIND, business, String.valueOf(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        long id = Long.parseLong(ref);
        Optional<Waiting> found = transaction.execute(status -> jdbc.sql(
                        "select sealed, useless_at from businesses.staff_letter where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(Waiting.class)
                .optional());
        StaffMail way = mail.getIfAvailable();
        if (found.isPresent()
                && way != null
                && clock.instant().isBefore(found.get().uselessAt())) {
            var letter = json.readValue(vault.open(business, FIELD, found.get().sealed()), StaffMail.Letter.class);
            if (way.send(business, letter) == StaffMail.Outcome.LATER) {
                throw new IllegalStateException("the mail server does not take the letter now");
            }
        }
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from businesses.staff_letter where business_id = :business and id = :id")
                        .param("business", business.value())
                        .param("id", id)
                        .update());
    }
}
