package io.orbita.businesses;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keys for programs: shown once, kept as a hash, with scopes {@code <room>:read|write}. */
@Component
@Transactional
class ApiKeys {
    /** A key as it is listed: never the key itself. */
    record ApiKey(
            long id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant revokedAt) {}

    /** A new key, the only time that it is shown. */
    record NewKey(long id, String name, List<String> scopes, String key) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public NewKey create(BusinessId business, String name, List<String> scopes, @Nullable Long by) {
        String publicId = PublicId.next(business);
        long id = jdbc.sql("""
                        insert into businesses.api_key (business_id, name, key_hash, scopes, created_by, created_at)
                        values (:business, :name, :hash, string_to_array(:scopes, ' '), :by, :now) returning id
                        """)
                .param("business", business.value())
                .param("name", name)
                .param("hash", Idempotency.hash(publicId))
                .param("scopes", String.join(" ", scopes))
                .param("by", by)
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
        audit.record(business, "user-" + by, "api_keys.create", String.valueOf(id), Map.of("scopes", scopes));
        return new NewKey(id, name, scopes, Callers.KEY_MARK + publicId);
    }

    @Transactional(readOnly = true)
    public List<ApiKey> all(BusinessId business) {
        return jdbc.sql("""
                        select id, name, array_to_string(scopes, ' ') as scopes, created_at, revoked_at
                          from businesses.api_key where business_id = :business order by id desc
                        """)
                .param("business", business.value())
                .query((row, index) -> new ApiKey(
                        row.getLong("id"),
                        row.getString("name"),
                        List.of(row.getString("scopes").split(" ")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("revoked_at") == null
                                ? null
                                : row.getTimestamp("revoked_at").toInstant()))
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
}
