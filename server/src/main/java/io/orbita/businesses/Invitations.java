package io.orbita.businesses;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Forbidden;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Doors into the team: each opens once, for seven days, with the role that the inviter chose; whoever goes through sets their own name and password.
 * The token is {@code handle.secret}: the handle finds the row and names the business, of the secret only a hash is kept.
 */
@Component
@Transactional
class Invitations {
    private static final Duration LIFE = Duration.ofDays(7);
    private static final String FIELD = "businesses.invitation.email";
    private static final int SECRET_LENGTH = 32;
    private static final int MOST_SHOWN = 200;

    /** As it is listed; {@code state}: open, used, revoked or expired. */
    record Invitation(
            long id,
            String role,
            @Nullable String email,
            @Nullable Long invitedBy,
            String state,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Long usedBy) {}

    /** A new one with its token, which is never to be had again. */
    record Made(long id, String token, Instant expiresAt) {}

    /** What the invited one is offered. */
    record Offer(long id, Role role, @Nullable String email, Instant expiresAt) {}

    private record Row(
            long id, String secretHash, Role role, @Nullable String email, Instant expiresAt, boolean open) {}

    @Refusal.Code(
            value = "invitations.no-mail",
            status = 409,
            meaning = "The business has no mail server: set one up, or invite by link.")
    static final class NoMail extends Refusal {
        private static final long serialVersionUID = 1;

        NoMail() {
            super(
                    "Почта не подключена. Подключите её или пригласите по ссылке.",
                    "There is no mail server. Set one up, or invite by link.");
        }
    }

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Audit audit;
    private final Users users;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Vault vault, Audit audit, Users users, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.users = users;
        this.clock = clock;
    }

    /** Makes one; nobody invites to a role above their own. */
    public Made make(Caller caller, Role role, @Nullable String email) {
        Grants.check(caller, role);
        BusinessId business = caller.business();
        holdRole(business, caller);
        String handle = PublicId.next(business);
        String secret = PublicId.random(SECRET_LENGTH);
        Instant now = clock.instant();
        long id = jdbc.sql("""
                        insert into businesses.invitation
                               (business_id, handle, secret_hash, role, sealed_email, invited_by, created_at, expires_at)
                        values (:business, :handle, :hash, :role, :email, :by, :now, :end) returning id
                        """)
                .param("business", business.value())
                .param("handle", handle)
                .param("hash", Secrets.hash(secret))
                .param("role", role.name())
                .param("email", email == null ? null : vault.seal(business, FIELD, email.strip()))
                .param("by", caller.user())
                .param("now", Sql.at(now))
                .param("end", Sql.at(now.plus(LIFE)))
                .query(Long.class)
                .single();
        audit.record(
                business,
                caller.key(),
                "invitations.create",
                String.valueOf(id),
                Map.of("role", role.name(), "by_email", email != null));
        return new Made(id, handle + "." + secret, now.plus(LIFE));
    }

    /** Whoever is being switched off right now invites nobody: either this comes first and is withdrawn with the rest, or it comes too late. */
    private void holdRole(BusinessId business, Caller caller) {
        Long user = caller.user();
        if (user == null) {
            return;
        }
        var unused = jdbc.sql("""
                        select id from businesses.staff
                         where business_id = :business and id = :user and active and role = :role for share
                        """)
                .param("business", business.value())
                .param("user", user)
                .param("role", caller.role().name())
                .query(Long.class)
                .optional()
                .orElseThrow(Forbidden::new);
    }

    /** The newest 200. */
    @Transactional(readOnly = true)
    public List<Invitation> all(BusinessId business) {
        return jdbc.sql("""
                        select id, lower(role) as role, sealed_email, invited_by, created_at, expires_at, used_by,
                               case when used_at is not null then 'used' when revoked_at is not null then 'revoked'
                                    when expires_at <= :now then 'expired' else 'open' end as state
                          from businesses.invitation where business_id = :business order by id desc limit :most
                        """)
                .param("business", business.value())
                .param("now", Sql.at(clock.instant()))
                .param("most", MOST_SHOWN)
                .query((row, index) -> new Invitation(
                        row.getLong("id"),
                        row.getString("role"),
                        email(business, row),
                        row.getObject("invited_by", Long.class),
                        row.getString("state"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getObject("used_by", Long.class)))
                .list();
    }

    /** Withdraws an open one. */
    public void revoke(Caller caller, long id) {
        BusinessId business = caller.business();
        int gone = jdbc.sql("""
                        update businesses.invitation set revoked_at = :now
                         where business_id = :business and id = :id and used_at is null and revoked_at is null
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("id", id)
                .update();
        if (gone == 0) {
            throw new NotFound("Такого приглашения нет.", "There is no such invitation.");
        }
        audit.record(business, caller.key(), "invitations.revoke", String.valueOf(id), Map.of());
    }

    /**
     * What a token offers; inside the business that it names.
     *
     * @throws LinkGone when nothing
     */
    @Transactional(readOnly = true)
    public Offer offer(BusinessId business, String token) {
        Row row = opened(business, token, "");
        return new Offer(row.id(), row.role(), row.email(), row.expiresAt());
    }

    /**
     * Goes through the door. Of two at once one comes in; a taken user name leaves the door open.
     *
     * @throws LinkGone when it is closed
     */
    public Users.User accept(BusinessId business, String token, String username, String name, String password) {
        Row row = opened(business, token, "for update");
        Users.User user = users.create(
                business, new Users.Draft(username, name, row.role(), password, row.email()), "invitation-" + row.id());
        jdbc.sql("""
                        update businesses.invitation set used_at = :now, used_by = :user
                         where business_id = :business and id = :id
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("user", user.id())
                .param("business", business.value())
                .param("id", row.id())
                .update();
        audit.record(
                business,
                "user-" + user.id(),
                "invitations.accept",
                String.valueOf(row.id()),
                Map.of("role", row.role().name().toLowerCase(Locale.ROOT)));
        return user;
    }

    private Row opened(BusinessId business, String token, String lock) {
        int dot = token.indexOf('.');
        if (dot < 1) {
            throw new LinkGone();
        }
        Optional<Row> row = jdbc.sql("""
                        select id, secret_hash, role, sealed_email, expires_at, used_at is null and revoked_at is null as open
                          from businesses.invitation where business_id = :business and handle = :handle
                        """ + lock)
                .param("business", business.value())
                .param("handle", token.substring(0, dot))
                .query((found, index) -> new Row(
                        found.getLong("id"),
                        found.getString("secret_hash"),
                        Role.valueOf(found.getString("role")),
                        email(business, found),
                        found.getTimestamp("expires_at").toInstant(),
                        found.getBoolean("open")))
                .optional();
        return row.filter(found -> Secrets.fits(token.substring(dot + 1), found.secretHash()))
                .filter(found -> found.open() && clock.instant().isBefore(found.expiresAt()))
                .orElseThrow(LinkGone::new);
    }

    private @Nullable String email(BusinessId business, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed_email");
        return sealed == null ? null : vault.open(business, FIELD, sealed);
    }
}
