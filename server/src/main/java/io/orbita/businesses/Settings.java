package io.orbita.businesses;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a business has set: a section is one record of the room that owns it ({@code messaging.telegram}, {@code payments.yookassa}); secrets are kept
 * apart, encrypted, and never come out of the API.
 */
@Component
public class Settings {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Vault vault;
    private final Clock clock;

    Settings(JdbcClient jdbc, JsonMapper json, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.vault = vault;
        this.clock = clock;
    }

    /** The section as saved, or the given defaults. Members that a newer version added are taken from nowhere: give them in the record. */
    @Transactional(readOnly = true)
    public <T> T get(BusinessId business, String section, Class<T> type, T defaults) {
        return jdbc.sql("select value from businesses.setting where business_id = :business and section = :section")
                .param("business", business.value())
                .param("section", section)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, type))
                .orElse(defaults);
    }

    /** Replaces the section. */
    @Transactional
    public void put(BusinessId business, String section, Object value) {
        jdbc.sql("""
                        insert into businesses.setting (business_id, section, value, changed_at)
                        values (:business, :section, :value::jsonb, :now)
                        on conflict (business_id, section) do update
                           set value = excluded.value, changed_at = excluded.changed_at
                        """)
                .param("business", business.value())
                .param("section", section)
                .param("value", json.writeValueAsString(value))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** A secret such as {@code telegram.token} in the clear; never log it, never send it out. */
    @Transactional(readOnly = true)
    public Optional<String> secret(BusinessId business, String name) {
        return jdbc.sql("select sealed from businesses.secret where business_id = :business and name = :name")
                .param("business", business.value())
                .param("name", name)
                .query((row, index) -> row.getBytes("sealed"))
                .optional()
                .map(bytes -> vault.open(business, "businesses.secret." + name, bytes));
    }

    /** Keeps a secret; an empty one takes it away. */
    @Transactional
    public void keepSecret(BusinessId business, String name, String value) {
        if (value.isEmpty()) {
            jdbc.sql("delete from businesses.secret where business_id = :business and name = :name")
                    .param("business", business.value())
                    .param("name", name)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into businesses.secret (business_id, name, sealed, changed_at)
                        values (:business, :name, :sealed, :now)
                        on conflict (business_id, name) do update
                           set sealed = excluded.sealed, changed_at = excluded.changed_at
                        """)
                .param("business", business.value())
                .param("name", name)
                .param("sealed", vault.seal(business, "businesses.secret." + name, value))
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
