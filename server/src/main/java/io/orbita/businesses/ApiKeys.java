package io.orbita.businesses;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys for programs: shown once, kept as a hash, with scopes {@code <room>:read|write}, and an end if one wants. */
@Component
@Transactional
class ApiKeys {
    static final String MARK = "ok_";
    private static final int SHOWN_LETTERS = 4;
    private static final Duration LONGEST = Duration.ofDays(3653);

    /**
     * A key as it is listed: never the key itself.
     *
     * @param prefix how the key begins; null for one that is older than this
     * @param createdBy the staff user; null for one that a key made
     * @param lastUsedOn the day in UTC
     */
    record ApiKey(
            long id,
            String name,
            List<String> scopes,
            @Nullable String prefix,
            @Nullable Long createdBy,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable LocalDate lastUsedOn,
            @Nullable Instant revokedAt) {}

    /** A new key, the only time that it is shown. */
    record NewKey(
            long id,
            String name,
            List<String> scopes,
            String key,
            @Nullable Instant expiresAt) {}

    private record Found(
            long id,
            String name,
            List<String> scopes,
            @Nullable LocalDate lastUsedOn) {}

    private final JdbcClient jdbc;
    private final Rights rights;
    private final Audit audit;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, Rights rights, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a key. A key makes only keys that may no more than itself.
     *
     * @param expiresAt from then on it is refused; null for never
     * @throws Invalid for a scope that no endpoint asks for, or an end in the past or beyond ten years
     */
    public NewKey create(Caller caller, String name, List<String> scopes, @Nullable Instant expiresAt) {
        Grants.check(caller, Set.copyOf(scopes));
        check(scopes, expiresAt);
        BusinessId business = caller.business();
        String publicId = PublicId.next(business);
        long id = jdbc.sql("""
                        insert into businesses.api_key
                               (business_id, name, key_hash, prefix, scopes, created_by, created_at, expires_at)
                        values (:business, :name, :hash, :prefix, string_to_array(:scopes, ' '), :by, :now, :end) returning id
                        """)
                .param("business", business.value())
                .param("name", name)
                .param("hash", Idempotency.hash(publicId))
                .param("prefix", MARK + publicId.substring(0, publicId.indexOf('-') + 1 + SHOWN_LETTERS))
                .param("scopes", String.join(" ", scopes))
                .param("by", caller.user())
                .param("now", Sql.at(clock.instant()))
                .param("end", expiresAt == null ? null : Sql.at(expiresAt))
                .query(Long.class)
                .single();
        audit.record(business, caller.key(), "api_keys.create", String.valueOf(id), Map.of("scopes", scopes));
        return new NewKey(id, name, scopes, MARK + publicId, expiresAt);
    }

    private void check(List<String> scopes, @Nullable Instant expiresAt) {
        Set<String> known = rights.scopes();
        for (int i = 0; i < scopes.size(); i++) {
            if (!known.contains(scopes.get(i))) {
                throw new Invalid(
                        "scopes[" + i + "]", "unknown", "Такого права нет; какие есть: GET /api/api-keys/scopes");
            }
        }
        Instant now = clock.instant();
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST)))) {
            throw new Invalid("expires_at", "range", "Время в будущем, не дальше десяти лет");
        }
    }

    @Transactional(readOnly = true)
    public List<ApiKey> all(BusinessId business) {
        return jdbc.sql("""
                        select id, name, array_to_string(scopes, ' ') as scopes, prefix, created_by, created_at, expires_at,
                               last_used_on, revoked_at
                          from businesses.api_key where business_id = :business order by id desc
                        """)
                .param("business", business.value())
                .query((row, index) -> new ApiKey(
                        row.getLong("id"),
                        row.getString("name"),
                        List.of(row.getString("scopes").split(" ")),
                        row.getString("prefix"),
                        row.getObject("created_by", Long.class),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row, "expires_at"),
                        row.getObject("last_used_on", LocalDate.class),
                        instant(row, "revoked_at")))
                .list();
    }

    public void revoke(BusinessId business, long id, String by) {
        int gone = jdbc.sql("""
                        update businesses.api_key set revoked_at = :now
                         where business_id = :business and id = :id and revoked_at is null
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("id", id)
                .update();
        if (gone == 0) {
            throw new NotFound("Такого ключа нет.", "There is no such key.");
        }
        audit.record(business, by, "api_keys.revoke", String.valueOf(id), Map.of());
    }

    /** Who stands behind a key that is neither revoked nor past its end; notes the day of its use. */
    public Optional<Caller> caller(BusinessId business, String publicId) {
        Optional<Found> found = jdbc.sql("""
                        select id, name, array_to_string(scopes, ' ') as scopes, last_used_on from businesses.api_key
                         where business_id = :business and key_hash = :hash and revoked_at is null
                           and (expires_at is null or expires_at > :now)
                        """)
                .param("business", business.value())
                .param("hash", Idempotency.hash(publicId))
                .param("now", Sql.at(clock.instant()))
                .query((row, index) -> new Found(
                        row.getLong("id"),
                        row.getString("name"),
                        List.of(row.getString("scopes").split(" ")),
                        row.getObject("last_used_on", LocalDate.class)))
                .optional();
        found.ifPresent(key -> noteUse(business, key));
        return found.map(
                key -> new Caller(business, null, "key-" + key.id(), key.name(), Role.ADMIN, Set.copyOf(key.scopes())));
    }

    private void noteUse(BusinessId business, Found key) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(key.lastUsedOn())) {
            return;
        }
        jdbc.sql("""
                        update businesses.api_key set last_used_on = :today
                         where business_id = :business and id = :id and last_used_on is distinct from :today
                        """)
                .param("today", today)
                .param("business", business.value())
                .param("id", key.id())
                .update();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
