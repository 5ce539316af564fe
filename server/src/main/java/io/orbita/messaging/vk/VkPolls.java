package io.orbita.messaging.vk;

import io.orbita.platform.crypto.Vault;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far asking for events has come. */
@Component
@Transactional
class VkPolls {
    private static final String FIELD = "messaging.vk-key";

    /** Where events are asked for, with which key, and from which on. */
    record Place(String server, String key, String ts) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    VkPolls(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Transactional(readOnly = true)
    public Optional<Place> of(BusinessId business, String group) {
        return jdbc.sql("""
                        select server, sealed_key, ts from messaging.vk_poll
                         where business_id = :business and group_id = :group and server is not null
                        """)
                .param("business", business.value())
                .param("group", group)
                .query((row, index) -> new Place(
                        row.getString("server"),
                        vault.open(business, FIELD, row.getBytes("sealed_key")),
                        row.getString("ts")))
                .optional();
    }

    public void keep(BusinessId business, String group, Place place) {
        jdbc.sql("""
                        insert into messaging.vk_poll (business_id, group_id, server, sealed_key, ts)
                        values (:business, :group, :server, :key, :ts)
                        on conflict (business_id, group_id) do update
                           set server = excluded.server, sealed_key = excluded.sealed_key, ts = excluded.ts
                        """)
                .param("business", business.value())
                .param("group", group)
                .param("server", place.server())
                .param("key", vault.seal(business, FIELD, place.key()))
                .param("ts", place.ts())
                .update();
    }

    public void forget(BusinessId business) {
        jdbc.sql("delete from messaging.vk_poll where business_id = :business")
                .param("business", business.value())
                .update();
    }
}
