package io.orbita.businesses;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people sign in with. Logins belong to the platform: which business one belongs to is known only when it is found. */
@Component
class Logins {
    /** What an e-mail address of staff looks like; a letter that comes back tells the rest. */
    static final String EMAIL = "[^\\s@<>,;:\"()]{1,64}@[^\\s@<>,;:\"()]{1,180}\\.[^\\s@<>,;:\"().]{2,}";

    private static final String FIELD = "businesses.login.email";
    private static final int MOST_OF_ONE_ADDRESS = 5;

    /** A login; no business for the platform's administrator. */
    record Login(
            long id,
            String username,
            @Nullable BusinessId business,
            @Nullable Long user,
            String passwordHash,
            @Nullable String email) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Passwords passwords;
    private final Clock clock;
    private final RowMapper<Login> mapper;

    Logins(JdbcClient jdbc, Vault vault, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.passwords = passwords;
        this.clock = clock;
        this.mapper = (row, index) -> {
            long business = row.getLong("business_id");
            boolean platform = row.wasNull();
            return new Login(
                    row.getLong("id"),
                    row.getString("username"),
                    platform ? null : new BusinessId(business),
                    platform ? null : row.getLong("user_id"),
                    row.getString("password_hash"),
                    opened(row.getBytes("sealed_email")));
        };
    }

    Optional<Login> named(String username) {
        return found("where lower(username) = lower(:value)", username).stream().findFirst();
    }

    Optional<Login> get(long id) {
        return jdbc.sql("""
                        select id, username, business_id, user_id, password_hash, sealed_email
                          from businesses.login where id = :id
                        """).param("id", id).query(mapper).optional();
    }

    /** The login of a staff user, who has one. */
    Login of(BusinessId business, long user) {
        return jdbc.sql("""
                        select id, username, business_id, user_id, password_hash, sealed_email
                          from businesses.login where business_id = :business and user_id = :user
                        """)
                .param("business", business.value())
                .param("user", user)
                .query(mapper)
                .single();
    }

    /** The logins with this address: one person may work in several businesses. */
    List<Login> withEmail(String email) {
        return found("where email_hash = :value", hash(email));
    }

    private List<Login> found(String where, String value) {
        return jdbc.sql("select id, username, business_id, user_id, password_hash, sealed_email from businesses.login "
                        + where + " order by id limit " + MOST_OF_ONE_ADDRESS)
                .param("value", value)
                .query(mapper)
                .list();
    }

    /** Sets a new password; links that were sent to mend the former one open nothing any more. */
    @Transactional
    public void password(long id, String password) {
        jdbc.sql("update businesses.login set password_hash = :hash where id = :id")
                .param("hash", passwords.hash(password))
                .param("id", id)
                .update();
        closeResets(id);
    }

    /** Sets the address, null for none; links that went to the former one open nothing any more. */
    @Transactional
    public void email(long id, @Nullable String email) {
        jdbc.sql("update businesses.login set sealed_email = :sealed, email_hash = :hash where id = :id")
                .param("sealed", email == null ? null : vault.seal(Secrets.PLATFORM, FIELD, email.strip()))
                .param("hash", email == null ? null : hash(email))
                .param("id", id)
                .update();
        closeResets(id);
    }

    @Nullable String opened(byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(Secrets.PLATFORM, FIELD, sealed);
    }

    private void closeResets(long id) {
        jdbc.sql("update businesses.password_reset set used_at = :now where login_id = :id and used_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
    }

    private String hash(String email) {
        return vault.hash(Secrets.PLATFORM, FIELD, email.strip().toLowerCase(Locale.ROOT));
    }
}
