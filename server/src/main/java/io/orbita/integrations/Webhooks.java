package io.orbita.integrations;

import io.orbita.businesses.Audit;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.BriefMemory;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The subscriptions of a business. A secret is shown when it is made and never again. */
@Component
@Transactional
class Webhooks {
    private static final int MOST = 20;
    private static final String FIELD = "integrations.webhook";

    /**
     * A subscription as it is shown.
     *
     * @param state {@code on}; {@code off} by hand; {@code failing} after days of failures, {@code gone} after an answer 410: both by themselves
     * @param failingSince the first failure since the last success
     */
    record Webhook(
            long id,
            String url,
            List<String> kinds,
            String description,
            String state,
            @Nullable Instant failingSince,
            Instant createdAt) {
        boolean on() {
            return state.equals("on");
        }
    }

    /** A subscription with its secret, this once. */
    record WithSecret(Webhook webhook, String secret) {}

    /** What an owner says of it. */
    record Wish(String url, List<String> kinds, String description, boolean enabled) {}

    private final JdbcClient jdbc;
    private final BriefMemory<BusinessId, Set<String>> wanted = new BriefMemory<>(10_000);
    private final Destinations destinations;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Webhooks(JdbcClient jdbc, Destinations destinations, Vault vault, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.destinations = destinations;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Invalid for an address that nothing is sent to, an unknown event, or one webhook too many */
    public WithSecret create(BusinessId business, Wish wish, String who) {
        URI url = destinations.read(wish.url());
        List<String> kinds = EventKind.read(wish.kinds());
        if (all(business).size() >= MOST) {
            throw new Invalid("url", "too-many", "Не больше " + MOST + " вебхуков: удалите лишний");
        }
        String secret = Signature.secret();
        wanted.forget();
        long id = jdbc.sql("""
                        insert into integrations.webhook (business_id, url, kinds, description, secret, state, created_at)
                        values (:business, :url, :kinds, :description, :secret, :state, :now) returning id
                        """)
                .param("business", business.value())
                .param("url", url.toString())
                .param("kinds", kinds.toArray(String[]::new))
                .param("description", wish.description())
                .param("secret", vault.seal(business, FIELD, secret))
                .param("state", wish.enabled() ? "on" : "off")
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
        audit.record(business, who, "webhooks.create", String.valueOf(id), Map.of("kinds", kinds));
        return new WithSecret(get(business, id), secret);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Webhook> all(BusinessId business) {
        return jdbc.sql("select * from integrations.webhook where business_id = :business order by id desc")
                .param("business", business.value())
                .query((row, _) -> webhook(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Webhook get(BusinessId business, long id) {
        return jdbc.sql("select * from integrations.webhook where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> webhook(row))
                .optional()
                .orElseThrow(Webhooks::unknown);
    }

    /** Replaces what an owner says of it; switching on forgets former failures. */
    public Webhook replace(BusinessId business, long id, Wish wish, String who) {
        URI url = destinations.read(wish.url());
        List<String> kinds = EventKind.read(wish.kinds());
        wanted.forget();
        int changed = jdbc.sql("""
                        update integrations.webhook
                           set url = :url, kinds = :kinds, description = :description,
                               failing_since = case when :enabled and state <> 'on' then null else failing_since end,
                               state = case when :enabled then 'on' when state = 'on' then 'off' else state end
                         where business_id = :business and id = :id
                        """)
                .param("url", url.toString())
                .param("kinds", kinds.toArray(String[]::new))
                .param("description", wish.description())
                .param("enabled", wish.enabled())
                .param("business", business.value())
                .param("id", id)
                .update();
        if (changed == 0) {
            throw unknown();
        }
        audit.record(business, who, "webhooks.change", String.valueOf(id), Map.of("kinds", kinds));
        return get(business, id);
    }

    /** Makes another secret; the former one signs nothing from now on. */
    public WithSecret renew(BusinessId business, long id, String who) {
        String secret = Signature.secret();
        int changed = jdbc.sql(
                        "update integrations.webhook set secret = :secret where business_id = :business and id = :id")
                .param("secret", vault.seal(business, FIELD, secret))
                .param("business", business.value())
                .param("id", id)
                .update();
        if (changed == 0) {
            throw unknown();
        }
        audit.record(business, who, "webhooks.renew-secret", String.valueOf(id), Map.of());
        return new WithSecret(get(business, id), secret);
    }

    public void delete(BusinessId business, long id, String who) {
        wanted.forget();
        int gone = jdbc.sql("delete from integrations.webhook where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
        if (gone == 0) {
            throw unknown();
        }
        audit.record(business, who, "webhooks.delete", String.valueOf(id), Map.of());
    }

    /** Who wants to hear of that. That nobody does is remembered, so that a first webhook made on another node hears from here two seconds later. */
    public List<Long> listening(BusinessId business, EventKind kind) {
        return wanted.get(business, this::wanted).contains(kind.wire()) ? listeners(business, kind) : List.of();
    }

    private Set<String> wanted(BusinessId business) {
        return Set.copyOf(jdbc.sql("""
                        select distinct kind from integrations.webhook, unnest(kinds) as kind
                         where business_id = :business and state = 'on'
                        """)
                .param("business", business.value())
                .query(String.class)
                .list());
    }

    private List<Long> listeners(BusinessId business, EventKind kind) {
        return jdbc.sql("""
                        select id from integrations.webhook
                         where business_id = :business and state = 'on' and :kind = any(kinds) order by id
                        """)
                .param("business", business.value())
                .param("kind", kind.wire())
                .query(Long.class)
                .list();
    }

    @Transactional(readOnly = true)
    public String secret(BusinessId business, long id) {
        return vault.open(
                business,
                FIELD,
                jdbc.sql("select secret from integrations.webhook where business_id = :business and id = :id")
                        .param("business", business.value())
                        .param("id", id)
                        .query(byte[].class)
                        .single());
    }

    /** It took something. */
    void works(BusinessId business, long id) {
        jdbc.sql("""
                        update integrations.webhook set failing_since = null
                         where business_id = :business and id = :id and failing_since is not null
                        """).param("business", business.value()).param("id", id).update();
    }

    /** It took nothing; returns since when it has been so. */
    Instant fails(BusinessId business, long id, Instant now) {
        return jdbc.sql("""
                        update integrations.webhook set failing_since = coalesce(failing_since, :now)
                         where business_id = :business and id = :id returning failing_since
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("now", Sql.at(now))
                .query((row, _) -> row.getTimestamp("failing_since").toInstant())
                .single();
    }

    /** Switches it off by itself; false when it was off already. */
    boolean giveUp(BusinessId business, long id, String state) {
        return jdbc.sql("""
                                update integrations.webhook set state = :state
                                 where business_id = :business and id = :id and state = 'on'
                                """)
                        .param("state", state)
                        .param("business", business.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        Timestamp failing = row.getTimestamp("failing_since");
        return new Webhook(
                row.getLong("id"),
                row.getString("url"),
                Arrays.stream((Object[]) row.getArray("kinds").getArray())
                        .map(String::valueOf)
                        .toList(),
                row.getString("description"),
                row.getString("state"),
                failing == null ? null : failing.toInstant(),
                row.getTimestamp("created_at").toInstant());
    }

    static NotFound unknown() {
        return new NotFound("Такого вебхука нет.", "There is no such webhook.");
    }
}
