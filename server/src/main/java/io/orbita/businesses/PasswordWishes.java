package io.orbita.businesses;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * «Забыли пароль?»: what was typed is only noted; whose it is, is found out as due work, so that neither the answer nor the time that it takes tells who
 * exists.
 */
@Component
class PasswordWishes implements Due {
    private static final String KIND = "businesses.password-wish";
    private static final String FIELD = "businesses.password_wish";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final DueWork due;
    private final Logins logins;
    private final PasswordResets resets;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordWishes(
            JdbcClient jdbc,
            Vault vault,
            DueWork due,
            Logins logins,
            PasswordResets resets,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.due = due;
        this.logins = logins;
        this.resets = resets;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Notes what was typed: a user name or an address. */
    void note(String typed) {
        Tenancy.run(
                Secrets.PLATFORM,
                () -> transaction.executeWithoutResult(status -> {
                    long id = jdbc.sql("""
                                    insert into businesses.password_wish (sealed, created_at)
                                    values (:sealed, :now) returning id
                                    """)
                            .param("sealed", vault.seal(Secrets.PLATFORM, FIELD, typed.strip()))
                            .param("now", Sql.at(clock.instant()))
                            .query(Long.class)
                            .single();
                    due.now(KIND, Secrets.PLATFORM, String.valueOf(id));
                }));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId platform, String ref) {
        long id = Long.parseLong(ref);
        Optional<byte[]> sealed = jdbc.sql("select sealed from businesses.password_wish where id = :id")
                .param("id", id)
                .query((row, index) -> row.getBytes("sealed"))
                .optional();
        sealed.map(bytes -> vault.open(Secrets.PLATFORM, FIELD, bytes)).ifPresent(this::grant);
        jdbc.sql("delete from businesses.password_wish where id = :id")
                .param("id", id)
                .update();
    }

    private void grant(String typed) {
        List<Logins.Login> found = logins.named(typed).map(List::of).orElseGet(() -> logins.withEmail(typed));
        for (Logins.Login login : found) {
            BusinessId business = login.business();
            if (business != null) {
                Tenancy.run(business, () -> resets.open(business, login));
            }
        }
    }
}
