package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cards that come and change in great numbers, for the imports of this room. What a card may hold has been checked by the caller. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Intake {
    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final CardRows cards;
    private final ContactPoints contacts;
    private final Identities identities;
    private final CardTraces traces;
    private final ApplicationEventPublisher events;

    Intake(
            JdbcClient jdbc,
            ClientRows rows,
            CardRows cards,
            ContactPoints contacts,
            Identities identities,
            CardTraces traces,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.cards = cards;
        this.contacts = contacts;
        this.identities = identities;
        this.traces = traces;
        this.events = events;
    }

    /** A card as it is edited, with its version. */
    public record Held(long client, ClientEdit card, int version) {}

    /** Nobody else takes or gives these until the transaction ends; locked in one order for everybody. */
    public void lock(BusinessId business, Collection<Identity> wanted) {
        identities.lockAll(
                business,
                wanted.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Identity::kind).thenComparing(Identity::value))
                        .toList());
    }

    /** Who holds these as verified: the card that stands for the person, by identity. */
    public Map<Identity, Long> holders(BusinessId business, Collection<Identity> wanted) {
        var byHash = new HashMap<String, Identity>();
        wanted.forEach(identity -> byHash.put(identity.kind() + identities.hash(business, identity), identity));
        var holders = new HashMap<Identity, Long>();
        String[] hashes = byHash.values().stream()
                .map(identity -> identities.hash(business, identity))
                .toArray(String[]::new);
        jdbc.sql("""
                        select i.kind, i.hash, c.stands_as from clients.identity i
                          join clients.client c on c.business_id = i.business_id and c.id = i.client_id
                         where i.business_id = :business and i.hash = any(:hashes) and i.verified
                        """)
                .param("business", business.value())
                .param("hashes", hashes)
                .query(row -> {
                    Identity identity = byHash.get(row.getString("kind") + row.getString("hash"));
                    if (identity != null) {
                        holders.put(identity, row.getLong("stands_as"));
                    }
                });
        return holders;
    }

    /** Makes a client; they stand at the stage, or at the first. Returns the id. */
    public long create(BusinessId business, ClientEdit card, String cause, @Nullable Long stage, @Nullable Long by) {
        String source = card.source() == null ? cause : card.source();
        long id = rows.insert(
                business, new Newcomer(card.name() == null ? "" : card.name(), null, source, Map.of()), List.of());
        contacts.add(business, id, wanted(card));
        cards.write(business, id, card);
        cards.tags(business, id, ClientEdit.either(card.tags()));
        if (card.notes() != null || card.telegramUsername() != null) {
            traces.made(business, id);
        }
        events.publishEvent(new ClientAppeared(business, new ClientId(id), cause, stage, by));
        return id;
    }

    /** The card of the person, locked until the transaction ends. */
    public Held hold(BusinessId business, long client) {
        long standing = rows.lock(business, client).id();
        ClientCard card = cards.card(business, standing);
        return new Held(standing, ClientEdit.of(card), card.version());
    }

    /** Writes a held card. Returns it as it is now. */
    public Held change(BusinessId business, Held before, ClientEdit card, Author by) {
        contacts.set(business, before.client(), wanted(card));
        cards.write(business, before.client(), card);
        cards.tags(business, before.client(), ClientEdit.either(card.tags()));
        ClientCard after = cards.card(business, before.client());
        traces.changed(business, before.client(), before.card(), ClientEdit.of(after), after.version(), by);
        return new Held(before.client(), ClientEdit.of(after), after.version());
    }

    /**
     * Whether nobody but the import that made a client has done anything with them: no change, no merge, no line of history.
     *
     * @param versions of the card that the import wrote, the first to the last
     */
    public boolean untouched(BusinessId business, long client, List<Integer> versions) {
        if (versions.isEmpty()) {
            return false;
        }
        traces.flush();
        return jdbc.sql("""
                        select exists (select 1 from clients.client
                                        where business_id = :business and id = :client and version = :version and stands_as = id)
                           and not exists (select 1 from clients.client
                                            where business_id = :business and stands_as = :client and id <> :client)
                           and not exists (select 1 from clients.timeline
                                            where business_id = :business and client_id = :client
                                              and not (kind = 'pipeline.move' and facts ->> 'cause' = 'import')
                                              and not (kind = :edited and key = any(:edits)))
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("version", Collections.max(versions))
                .param("edited", CardTraces.EDITED)
                .param(
                        "edits",
                        versions.stream()
                                .map(version -> CardTraces.editKey(client, version))
                                .toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes a client back that was made by mistake: they go without a trace.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when a room holds something of them; the transaction is of no use then
     */
    public void withdraw(BusinessId business, long client) {
        events.publishEvent(new ClientWithdrawn(business, new ClientId(client)));
        traces.flush();
        jdbc.sql("select clients.withdraw(:business, :client)")
                .param("business", business.value())
                .param("client", client)
                .query((_, _) -> true)
                .single();
    }

    private static List<Identity> wanted(ClientEdit card) {
        List<Identity> wanted = new ArrayList<>(ContactPoints.phones(ClientEdit.either(card.phones())));
        wanted.addAll(ContactPoints.emails(ClientEdit.either(card.emails())));
        return wanted;
    }
}
