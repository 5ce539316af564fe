package io.orbita.businesses;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff users with their logins: made, changed, switched off. */
@Component
@Transactional
public class Users {
    /** No password is longer, in characters. */
    public static final int PASSWORD_LIMIT = 200;

    /**
     * A staff user as the team page shows them.
     *
     * @param email where a forgotten password is mended
     * @param secondStep whether signing in takes a code too
     */
    public record User(
            long id,
            String username,
            String name,
            String role,
            boolean active,
            @Nullable String email,
            boolean secondStep,
            Instant createdAt) {}

    /** A staff user to be made. */
    public record Draft(
            String username,
            String name,
            Role role,
            String password,
            @Nullable String email) {}

    @Refusal.Code(value = "users.name-taken", status = 409, meaning = "Another login has this user name.")
    static final class NameTaken extends Refusal {
        private static final long serialVersionUID = 1;

        NameTaken() {
            super(
                    "Такое имя для входа уже занято.",
                    "This user name is taken.",
                    new Field("username", "taken", "Уже занято"));
        }
    }

    @Refusal.Code(
            value = "users.last-admin",
            status = 409,
            meaning = "A business keeps at least one active administrator.")
    static final class LastAdmin extends Refusal {
        private static final long serialVersionUID = 1;

        LastAdmin() {
            super("Это последний администратор.", "This is the last administrator.");
        }
    }

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Logins logins;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    Users(JdbcClient jdbc, Passwords passwords, Logins logins, Sessions sessions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.logins = logins;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the platform has its administrator: the last thing that a first start makes. */
    @Transactional(readOnly = true)
    public boolean havePlatformAdmin() {
        return jdbc.sql("select exists (select 1 from businesses.login where business_id is null)")
                .query(Boolean.class)
                .single();
    }

    /** Whether a login of any business has this name, written in whatever case. */
    @Transactional(readOnly = true)
    public boolean isTaken(String username) {
        return jdbc.sql("select exists (select 1 from businesses.login where lower(username) = lower(:name))")
                .param("name", username)
                .query(Boolean.class)
                .single();
    }

    /** Makes a staff user who signs in with that name and password. */
    public User create(BusinessId business, String username, String name, Role role, String password, String by) {
        return create(business, new Draft(username, name, role, password, null), by);
    }

    /** As {@link #create(BusinessId, String, String, Role, String, String)}, with an address. */
    public User create(BusinessId business, Draft draft, String by) {
        if (isTaken(draft.username())) {
            throw new NameTaken();
        }
        Instant now = clock.instant();
        long id = jdbc.sql("""
                        insert into businesses.staff (business_id, name, role, created_at)
                        values (:business, :name, :role, :now) returning id
                        """)
                .param("business", business.value())
                .param("name", draft.name())
                .param("role", draft.role().name())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        Optional<Long> login = jdbc.sql("""
                        insert into businesses.login (username, business_id, user_id, password_hash, created_at)
                        values (:username, :business, :user, :hash, :now)
                        on conflict (lower(username)) do nothing returning id
                        """)
                .param("username", draft.username())
                .param("business", business.value())
                .param("user", id)
                .param("hash", passwords.hash(draft.password()))
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
        logins.email(login.orElseThrow(NameTaken::new), draft.email());
        audit.record(
                business,
                by,
                "users.create",
                String.valueOf(id),
                Map.of("role", draft.role().name()));
        return get(business, id);
    }

    /** Makes the login of the platform's administrator, who belongs to no business; does nothing when the name is taken. */
    public void createPlatformAdmin(String username, String password) {
        jdbc.sql("""
                        insert into businesses.login (username, password_hash, created_at)
                        values (:username, :hash, :now)
                        on conflict (lower(username)) do nothing
                        """)
                .param("username", username)
                .param("hash", passwords.hash(password))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public List<User> all(BusinessId business) {
        return jdbc.sql("""
                        select s.id, l.username, s.name, lower(s.role) as role, s.active, l.sealed_email, s.created_at,
                               exists (select 1 from businesses.totp t
                                        where t.login_id = l.id and t.enabled_at is not null) as second_step
                          from businesses.staff s
                          join businesses.login l on l.business_id = s.business_id and l.user_id = s.id
                         where s.business_id = :business
                         order by s.name collate platform.people, s.id
                        """)
                .param("business", business.value())
                .query((row, index) -> new User(
                        row.getLong("id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getBoolean("active"),
                        logins.opened(row.getBytes("sealed_email")),
                        row.getBoolean("second_step"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public User get(BusinessId business, long id) {
        Optional<User> user =
                all(business).stream().filter(one -> one.id() == id).findFirst();
        return user.orElseThrow(() -> new NotFound("Сотрудник не найден.", "There is no such staff user."));
    }

    @Transactional(readOnly = true)
    public Role role(BusinessId business, long id) {
        return roleOf(get(business, id));
    }

    /**
     * Changes role, name or whether the user may sign in; switching off ends the sessions at once. Whoever is no administrator any more has also no
     * open invitations: else one could keep a way back.
     */
    public User change(Caller caller, long id, String name, Role role, boolean active) {
        BusinessId business = caller.business();
        User before = get(business, id);
        Grants.check(caller, roleOf(before));
        Grants.check(caller, role);
        jdbc.sql(
                        "select id from businesses.staff where business_id = :business and role = 'ADMIN' and active for update")
                .param("business", business.value())
                .query(Long.class)
                .list();
        sessions.changed();
        jdbc.sql("""
                        update businesses.staff set name = :name, role = :role, active = :active
                         where business_id = :business and id = :id
                        """)
                .param("name", name)
                .param("role", role.name())
                .param("active", active)
                .param("business", business.value())
                .param("id", id)
                .update();
        boolean adminLeft = jdbc.sql(
                        "select exists (select 1 from businesses.staff where business_id = :business and role = 'ADMIN' and active)")
                .param("business", business.value())
                .query(Boolean.class)
                .single();
        if (!adminLeft) {
            throw new LastAdmin();
        }
        if (before.active() && !active) {
            sessions.endAllOf(logins.of(business, id).id());
        }
        if (!active || role != Role.ADMIN) {
            withdrawInvitations(business, id);
        }
        audit.record(
                business,
                caller.key(),
                "users.change",
                String.valueOf(id),
                Map.of("role", role.name(), "was", roleOf(before).name(), "active", active));
        return get(business, id);
    }

    /** Sets a new password and ends the user's sessions. */
    public void password(Caller caller, long id, String password) {
        BusinessId business = caller.business();
        Grants.check(caller, roleOf(get(business, id)));
        long login = logins.of(business, id).id();
        logins.password(login, password);
        sessions.endAllOf(login);
        audit.record(business, caller.key(), "users.password", String.valueOf(id), Map.of());
    }

    private static Role roleOf(User user) {
        return Role.valueOf(user.role().toUpperCase(Locale.ROOT));
    }

    private void withdrawInvitations(BusinessId business, long user) {
        jdbc.sql("""
                        update businesses.invitation set revoked_at = :now
                         where business_id = :business and invited_by = :user and used_at is null and revoked_at is null
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("user", user)
                .update();
    }
}
