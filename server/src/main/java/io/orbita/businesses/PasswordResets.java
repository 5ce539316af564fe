package io.orbita.businesses;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links to a new password: at most three an hour for one login, each opens once, for 30 minutes, and ends all sessions. Two steps of sign-in stay two: a
 * mailbox is no second factor.
 */
@Component
@Transactional
class PasswordResets {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_IN_WINDOW = 3;
    private static final int ID_LENGTH = 22;
    private static final int SECRET_LENGTH = 32;

    private record Row(long loginId, String secretHash) {}

    private final JdbcClient jdbc;
    private final Logins logins;
    private final Sessions sessions;
    private final StaffLetters letters;
    private final StaffLinks links;
    private final Audit audit;
    private final Clock clock;

    PasswordResets(
            JdbcClient jdbc,
            Logins logins,
            Sessions sessions,
            StaffLetters letters,
            StaffLinks links,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.logins = logins;
        this.sessions = sessions;
        this.letters = letters;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sends a link to the address of the login, if it has one and belongs to somebody who may sign in. */
    public void open(BusinessId business, Logins.Login login) {
        Long user = login.user();
        String email = login.email();
        Instant now = clock.instant();
        if (user == null
                || email == null
                || !isActive(business, user)
                || !letters.go(business)
                || isEnough(login.id(), now)) {
            return;
        }
        String id = PublicId.random(ID_LENGTH);
        String secret = PublicId.random(SECRET_LENGTH);
        jdbc.sql("""
                        insert into businesses.password_reset (id, login_id, secret_hash, created_at, expires_at)
                        values (:id, :login, :hash, :now, :end)
                        """)
                .param("id", id)
                .param("login", login.id())
                .param("hash", Secrets.hash(secret))
                .param("now", Sql.at(now))
                .param("end", Sql.at(now.plus(LIFE)))
                .update();
        letters.write(
                business,
                email,
                "Новый пароль",
                """
                Здравствуйте!

                Кто-то попросил новый пароль для входа «%s». Если это вы, откройте ссылку:
                %s

                Ссылка действует 30 минут и сработает один раз. Если просили не вы, ничего делать не нужно: старый пароль остаётся в силе.
                """.formatted(login.username(), links.reset(id + "." + secret)),
                now.plus(LIFE));
    }

    private boolean isActive(BusinessId business, long user) {
        return jdbc.sql("select active from businesses.staff where business_id = :business and id = :user")
                .param("business", business.value())
                .param("user", user)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Counted under a lock on the login: two wishes at once are counted one after the other. */
    private boolean isEnough(long login, Instant now) {
        jdbc.sql("select id from businesses.login where id = :login for update")
                .param("login", login)
                .query(Long.class)
                .single();
        return jdbc.sql(
                                "select count(*) from businesses.password_reset where login_id = :login and created_at > :since")
                        .param("login", login)
                        .param("since", Sql.at(now.minus(WINDOW)))
                        .query(Long.class)
                        .single()
                >= MOST_IN_WINDOW;
    }

    /**
     * Whose link that is.
     *
     * @throws LinkGone when it opens nothing
     */
    @Transactional(readOnly = true)
    public Logins.Login login(String token) {
        int dot = token.indexOf('.');
        if (dot < 1) {
            throw new LinkGone();
        }
        Optional<Row> row = jdbc.sql("""
                        select login_id, secret_hash from businesses.password_reset
                         where id = :id and used_at is null and expires_at > :now
                        """)
                .param("id", token.substring(0, dot))
                .param("now", Sql.at(clock.instant()))
                .query(Row.class)
                .optional();
        return row.filter(found -> Secrets.fits(token.substring(dot + 1), found.secretHash()))
                .flatMap(found -> logins.get(found.loginId()))
                .filter(login -> login.business() != null)
                .orElseThrow(LinkGone::new);
    }

    /**
     * Sets the password of a login that {@link #login} found with this token; inside its business. Of two at once one does.
     *
     * @throws LinkGone when the link was used meanwhile
     */
    public void mend(BusinessId business, Logins.Login login, String token, String password) {
        int used = jdbc.sql("""
                        update businesses.password_reset set used_at = :now
                         where id = :id and login_id = :login and used_at is null and expires_at > :now
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("id", token.substring(0, token.indexOf('.')))
                .param("login", login.id())
                .update();
        if (used == 0) {
            throw new LinkGone();
        }
        logins.password(login.id(), password);
        sessions.endAllOf(login.id());
        audit.record(business, "user-" + login.user(), "auth.password-reset", String.valueOf(login.user()), Map.of());
    }
}
