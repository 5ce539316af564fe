package io.orbita.clients;

import io.orbita.clients.spi.StageNames;
import io.orbita.platform.tenancy.BusinessId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How people come to be clients, and how it turns out that two clients are one person. */
@Component
class Arrivals {
    private static final Set<Identity.Kind> CHATS =
            EnumSet.of(Identity.Kind.TELEGRAM, Identity.Kind.SANDBOX, Identity.Kind.VK);

    private final ClientRows rows;
    private final Identities identities;
    private final Suspicions suspicions;
    private final Merges merges;
    private final Leads leads;
    private final StageNames stages;
    private final ApplicationEventPublisher events;

    Arrivals(
            ClientRows rows,
            Identities identities,
            Suspicions suspicions,
            Merges merges,
            Leads leads,
            StageNames stages,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.identities = identities;
        this.suspicions = suspicions;
        this.merges = merges;
        this.leads = leads;
        this.stages = stages;
        this.events = events;
    }

    Arrival arrive(BusinessId business, Identity verified, Newcomer newcomer, String cause) {
        Optional<Long> known = identities.holder(business, verified);
        if (known.isEmpty()) {
            identities.lock(business, verified);
            known = identities.holder(business, verified);
        }
        if (known.isPresent()) {
            again(business, known.get(), newcomer, cause);
            return new Arrival(new ClientId(known.get()), false);
        }
        long client = rows.insert(business, newcomer, List.of(verified));
        suspect(business, client, verified);
        leads.open(business, new ClientId(client), newcomer.source(), newcomer.utm());
        events.publishEvent(new ClientAppeared(business, new ClientId(client), cause, null, null));
        return new Arrival(new ClientId(client), true);
    }

    private void again(BusinessId business, long client, Newcomer newcomer, String cause) {
        long standing = rows.standing(business, client).orElseThrow(ClientRows::unknown);
        rows.greet(business, standing, newcomer);
        back(business, standing);
        Long stage = rows.stage(business, client);
        StageNames.Stage at = stage == null ? null : stages.stages(business).get(stage);
        if (at != null && at.role().equals("inactive")) {
            events.publishEvent(new ClientReturned(business, new ClientId(client), cause));
        }
    }

    /** Takes a client back from the archive. */
    void back(BusinessId business, long client) {
        long standing = rows.standing(business, client).orElseThrow(ClientRows::unknown);
        if (rows.archive(business, standing, false)) {
            events.publishEvent(new ClientArchived(business, new ClientId(standing), false));
        }
    }

    void add(BusinessId business, long client, Identity identity, boolean verified) {
        identities.lock(business, identity);
        long own = rows.standing(business, client).orElseThrow(ClientRows::unknown);
        Optional<Long> holder = identities.holder(business, identity).flatMap(id -> rows.standing(business, id));
        if (holder.isPresent() && holder.get() == own) {
            return;
        }
        boolean proven = verified && holder.isEmpty();
        identities.add(business, client, identity, proven);
        suspect(business, client, identity);
        rows.touch(business, own);
        if (verified && holder.isPresent() && onePerson(business, own, holder.get())) {
            String reason = secret(identity) ? identity.kind().name().toLowerCase(Locale.ROOT) : "link";
            merges.merge(business, Math.min(own, holder.get()), Math.max(own, holder.get()), reason, null);
        }
    }

    List<Long> suspected(BusinessId business, long client) {
        return suspicions.of(business, rows.members(business, client)).stream()
                .map(Suspicions.Suspect::clientId)
                .toList();
    }

    private void suspect(BusinessId business, long client, Identity identity) {
        if (secret(identity)) {
            suspicions.suspect(business, client, identities.clients(business, identity), identity.kind());
        }
    }

    private static boolean secret(Identity identity) {
        return identity.kind().secret();
    }

    /** A number passes from one person to another now and then: two chats of the same kind mean two people until staff says otherwise. */
    boolean onePerson(BusinessId business, long one, long other) {
        Set<Identity.Kind> both = chats(business, one);
        both.retainAll(chats(business, other));
        return both.isEmpty();
    }

    private Set<Identity.Kind> chats(BusinessId business, long client) {
        return identities.of(business, rows.members(business, client)).stream()
                .filter(known ->
                        known.verified() && CHATS.contains(known.identity().kind()))
                .map(known -> known.identity().kind())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Identity.Kind.class)));
    }
}
