package io.orbita.clients;

import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: who the clients are. Every verb runs in the caller's transaction, or in one of its own. */
@Component
@Transactional
public class Clients {
    private final ClientRows rows;
    private final Identities identities;
    private final Profiles profiles;
    private final Timeline timeline;
    private final Arrivals arrivals;
    private final Summaries summaries;
    private final ClientSearch search;

    Clients(
            ClientRows rows,
            Identities identities,
            Profiles profiles,
            Timeline timeline,
            Arrivals arrivals,
            Summaries summaries,
            ClientSearch search) {
        this.rows = rows;
        this.identities = identities;
        this.profiles = profiles;
        this.timeline = timeline;
        this.arrivals = arrivals;
        this.summaries = summaries;
        this.search = search;
    }

    /**
     * Finds the client whom this verified identity belongs to, or makes one with a lead {@code new} and tells {@link ClientAppeared}. Call it whenever
     * the person does something: a known one comes back from the archive, and {@link ClientReturned} is told of one who had been given up.
     *
     * @param cause as in {@link ClientAppeared}
     */
    public Arrival arrive(BusinessId business, Identity verified, Newcomer newcomer, String cause) {
        return arrivals.arrive(business, verified, newcomer, cause);
    }

    /** The client of a verified identity: the own one of the identity, which may have been merged into another ({@link #standing}). */
    @Transactional(readOnly = true)
    public Optional<ClientId> byIdentity(BusinessId business, Identity verified) {
        return identities.holder(business, verified).map(ClientId::new);
    }

    /**
     * Whom a letter to that address, or a call to that number, would reach: the client of the verified identity, else the newest of those who gave it. It opens nothing by itself: only what comes
     * back from there proves anything.
     */
    @Transactional(readOnly = true)
    public Optional<ClientId> claimant(BusinessId business, Identity identity) {
        return identities
                .holder(business, identity)
                .or(() -> identities.clients(business, identity).stream().max(Long::compare))
                .map(ClientId::new);
    }

    /** All clients merged into the same person as this one, itself among them; empty when there is no such client. */
    @Transactional(readOnly = true)
    public Set<Long> members(BusinessId business, ClientId client) {
        return new TreeSet<>(rows.members(business, client.value()));
    }

    /** The client that stands for the person: follows merges; the argument when it was never merged. */
    @Transactional(readOnly = true)
    public ClientId standing(BusinessId business, ClientId client) {
        return rows.standing(business, client.value()).map(ClientId::new).orElse(client);
    }

    /** Whether there is such a client. */
    @Transactional(readOnly = true)
    public boolean exists(BusinessId business, ClientId client) {
        return rows.standing(business, client.value()).isPresent();
    }

    /** Names by id, for lists of other rooms; unknown ids are left out, a merged client has the name of the one that stands. */
    @Transactional(readOnly = true)
    public Map<Long, String> names(BusinessId business, Collection<Long> clients) {
        return rows.names(business, clients);
    }

    /** Summaries by the ids that were asked for, in their order; unknown ids are left out, a merged client has that of the one that stands. */
    @Transactional(readOnly = true)
    public Map<Long, ClientSummary> summaries(BusinessId business, Collection<Long> clients) {
        return summaries.of(business, clients);
    }

    /**
     * The clients whom a text finds, the newest first: name, nick, notes by the beginnings of words, an exact e-mail, a phone in any spelling or its last
     * 4–10 digits.
     */
    @Transactional(readOnly = true)
    public List<ClientSummary> find(BusinessId business, String text, int limit) {
        return search.page(business, ClientFilter.matching(text), ClientOrder.read(null), null, limit, false)
                .items();
    }

    /** Which clients were merged, each with the one that stands for it. */
    @Transactional(readOnly = true)
    public Map<Long, Long> merged(BusinessId business) {
        return rows.merged(business);
    }

    /** A merge in force. */
    public record Joined(long merge, ClientId standing, ClientId merged, Instant at) {}

    /** The merges that make one person of the client's cards, the oldest first. */
    @Transactional(readOnly = true)
    public List<Joined> joins(BusinessId business, ClientId client) {
        return rows.joins(business, rows.members(business, client.value()));
    }

    /** The merges that are in force, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<MergeInForce> merges(BusinessId business) {
        return rows.merges(business);
    }

    /** How to reach the client: verified phones and e-mails first. */
    @Transactional(readOnly = true)
    public Contacts contacts(BusinessId business, ClientId client) {
        var known = identities.of(business, rows.members(business, client.value()));
        return new Contacts(
                rows.name(business, client.value()),
                Identities.values(known, Identity.Kind.PHONE),
                Identities.values(known, Identity.Kind.EMAIL));
    }

    /**
     * Adds something the client is known by. An unverified phone or e-mail that others have too makes a suspected duplicate and nothing else. A verified
     * one that another client holds proves that both are one person, and merges them (the elder stands), unless each has a chat of their own.
     */
    public void addIdentity(BusinessId business, ClientId client, Identity identity, boolean verified) {
        arrivals.add(business, client.value(), identity, verified);
    }

    /** Who may be the same person as this client: others with the same phone or e-mail, not proven by both. */
    @Transactional(readOnly = true)
    public Set<Long> suspected(BusinessId business, ClientId client) {
        return new TreeSet<>(arrivals.suspected(business, client.value()));
    }

    /** Marks an identity as one that no longer takes messages (blocked bot), or that takes them again. */
    public void reachable(BusinessId business, Identity identity, boolean reachable) {
        identities.reachable(business, identity, reachable);
    }

    /** Lays answers over the profile: keys of {@link Profile} in snake case, other keys become custom fields. */
    public void learn(BusinessId business, ClientId client, Map<String, Object> facts) {
        profiles.learn(business, rows.lock(business, client.value()).id(), facts);
    }

    /** What is known of the client. */
    @Transactional(readOnly = true)
    public Profile profile(BusinessId business, ClientId client) {
        return profiles.of(business, rows.standing(business, client.value()).orElseThrow(ClientRows::unknown));
    }

    /** The stage where the client stands, as the pipeline says; null for none. */
    @Transactional(readOnly = true)
    public @Nullable Long stage(BusinessId business, ClientId client) {
        return rows.stage(business, client.value());
    }

    /** Locks the client's row for the rest of the transaction and returns the stage where it stands. */
    public @Nullable Long lockStage(BusinessId business, ClientId client) {
        return rows.lock(business, client.value()).stageId();
    }

    /** Who stands for a locked client, and at what stage; null for none. */
    public record Locked(ClientId standing, @Nullable Long stage) {}

    /** As {@link #lockStage}, with the card that stands for the client. */
    public Locked lock(BusinessId business, ClientId client) {
        ClientRows.Standing locked = rows.lock(business, client.value());
        return new Locked(new ClientId(locked.id()), locked.stageId());
    }

    /** How many clients stand at each stage, those in the archive among them. */
    @Transactional(readOnly = true)
    public Map<Long, Long> countByStage(BusinessId business) {
        return rows.countByStage(business);
    }

    /** Adds to what the client has paid in all; negative for a refund. Who pays comes back from the archive. */
    public void paid(BusinessId business, ClientId client, Money amount) {
        rows.paid(business, client.value(), amount.minor());
        if (amount.isPositive()) {
            arrivals.back(business, client.value());
        }
    }

    /** Somebody wrote to or from the client at that time. */
    public void contacted(BusinessId business, ClientId client, Instant at) {
        rows.contacted(business, client.value(), at);
    }

    /** As {@link #remember}, one line for each of many clients. */
    public void rememberAll(BusinessId business, Map<ClientId, TimelineEntry> entries) {
        timeline.writeAll(
                business,
                entries.entrySet().stream()
                        .map(entry -> new Timeline.Written(entry.getKey().value(), entry.getValue()))
                        .toList());
    }

    /** Writes one line of the client's history. */
    public void remember(BusinessId business, ClientId client, TimelineEntry entry) {
        timeline.write(business, client.value(), entry);
    }
}
