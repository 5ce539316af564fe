package io.orbita.clients;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signed, expiring links from the site to the bot: {@code /start <payload>}, at most 64 characters of {@code [A-Za-z0-9_-]}. Following one merges
 * only what this visit brought.
 */
@Component
@Transactional
public class BotLinks {
    private static final Duration LIFE = Duration.ofHours(72);
    private static final String PURPOSE = "clients.bot-link";
    private static final String MARK = "v";
    private static final int CODE_END = 21;
    private static final int LENGTH = 64;
    private static final List<Identity.Kind> CHATS =
            List.of(Identity.Kind.TELEGRAM, Identity.Kind.SANDBOX, Identity.Kind.VK);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final ClientRows rows;
    private final Identities identities;
    private final Merges merges;
    private final Leads leads;

    BotLinks(
            JdbcClient jdbc,
            Vault vault,
            Clock clock,
            ClientRows rows,
            Identities identities,
            Merges merges,
            Leads leads) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.rows = rows;
        this.identities = identities;
        this.merges = merges;
        this.leads = leads;
    }

    /** A payload that stands for what one site visit left (a lead made by a form, a visitor id); lives 72 hours, works once. */
    public String issue(BusinessId business, ClientId visitClient) {
        String code = MARK + PublicId.random(CODE_END - 1);
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into clients.bot_link (business_id, code_hash, client_id, created_at, expires_at)
                        values (:business, :hash, :client, :now, :expires)
                        """)
                .param("business", business.value())
                .param("hash", vault.hash(business, PURPOSE, code))
                .param("client", visitClient.value())
                .param("now", Sql.at(now))
                .param("expires", Sql.at(now.plus(LIFE)))
                .update();
        return code + vault.sign(PURPOSE, business + ":" + code);
    }

    /** The client that the visit made, when the payload is ours, fresh and not used; it is used up. Any other payload is just text. */
    public Optional<ClientId> redeem(BusinessId business, String payload) {
        if (payload.length() != LENGTH || !payload.startsWith(MARK)) {
            return Optional.empty();
        }
        String code = payload.substring(0, CODE_END);
        if (!vault.signed(PURPOSE, business + ":" + code, payload.substring(CODE_END))) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        update clients.bot_link set used_at = :now
                         where business_id = :business and code_hash = :hash and used_at is null and expires_at > :now
                        returning client_id
                        """)
                .param("business", business.value())
                .param("hash", vault.hash(business, PURPOSE, code))
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .optional()
                .map(ClientId::new);
    }

    /**
     * Joins what the visit made with the client who followed the link: {@code visit} is merged into {@code follower}. A visit that belongs to a person
     * with a chat of their own, or to nobody any more, is left alone: a link passed on to a friend must not make one person of two.
     *
     * @param introduced whether the follower's name is one that people gave; otherwise it is only the messenger's, and how they called themselves on the site counts more
     */
    public void join(BusinessId business, ClientId visit, ClientId follower, boolean introduced) {
        boolean free = rows.standing(business, visit.value())
                        .filter(standing -> standing == visit.value())
                        .isPresent()
                && identities.of(business, rows.members(business, visit.value())).stream()
                        .noneMatch(known -> known.verified()
                                && CHATS.contains(known.identity().kind()));
        if (free) {
            leads.joined(business, visit.value(), follower.value());
            merges.merge(
                    business, follower.value(), visit.value(), introduced ? Set.of() : Set.of("name"), "link", null);
        }
    }
}
