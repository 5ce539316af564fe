package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person is known by, one by one, as staff keeps it. Chats prove themselves: staff neither adds nor removes them. */
@Component
@Transactional
class IdentityBook {
    private static final Set<Identity.Kind> BY_HAND =
            EnumSet.of(Identity.Kind.PHONE, Identity.Kind.EMAIL, Identity.Kind.VK);

    /**
     * One entry.
     *
     * @param value null for a visit of the site, which says nothing to anybody
     * @param main the phone or e-mail that is used first
     * @param clientId the card it came with, which may have been merged into another
     */
    record Entry(
            long id,
            String kind,
            @Nullable String value,
            boolean verified,
            boolean main,
            boolean reachable,
            long clientId) {}

    private final ClientRows rows;
    private final Identities identities;
    private final ContactPoints contacts;
    private final Suspicions suspicions;
    private final Timeline timeline;
    private final Clock clock;

    IdentityBook(
            ClientRows rows,
            Identities identities,
            ContactPoints contacts,
            Suspicions suspicions,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.identities = identities;
        this.contacts = contacts;
        this.suspicions = suspicions;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Entry> of(BusinessId business, long client) {
        List<Long> members = rows.members(business, client);
        if (members.isEmpty()) {
            throw ClientRows.unknown();
        }
        var seen = new HashSet<Identity.Kind>();
        return identities.of(business, members).stream()
                .map(known -> entry(known, seen.add(known.identity().kind())))
                .toList();
    }

    private static Entry entry(Identities.Known known, boolean first) {
        Identity identity = known.identity();
        return new Entry(
                known.id(),
                identity.kind().name().toLowerCase(Locale.ROOT),
                identity.kind() == Identity.Kind.VISITOR ? null : identity.value(),
                known.verified(),
                first && identity.kind().secret(),
                known.reachable(),
                known.clientId());
    }

    /**
     * Writes down a phone, an e-mail or a VK id.
     *
     * @param verified whether it proves the person; another person's verified one is refused. A VK id by hand proves nothing
     */
    public Entry add(
            BusinessId business,
            long client,
            String kind,
            String value,
            boolean verified,
            boolean main,
            @Nullable Long by) {
        long standing = rows.lock(business, client).id();
        Identity identity = read(kind, value);
        boolean proves = verified && identity.kind().secret();
        if (proves) {
            contacts.refuseTaken(business, standing, List.of(identity));
        }
        List<Long> members = rows.members(business, standing);
        Identities.Known known = identities.of(business, members).stream()
                .filter(one -> one.identity().equals(identity))
                .findFirst()
                .orElse(null);
        identities.add(business, known == null ? standing : known.clientId(), identity, proves);
        if (identity.kind().secret()) {
            suspicions.suspect(business, standing, identities.clients(business, identity), identity.kind());
        }
        if (main) {
            identities.main(business, members, identity, clock.instant());
        }
        told(business, standing, identity, "added", by);
        return of(business, standing).stream()
                .filter(one ->
                        identity.value().equals(one.value()) && one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Identity read(String kind, String value) {
        return switch (kind) {
            case "phone" -> ContactPoints.phones(List.of(value)).getFirst();
            case "email" -> ContactPoints.emails(List.of(value)).getFirst();
            default -> {
                if (!value.strip().matches("[A-Za-z0-9_.]{1,64}")) {
                    throw new Invalid("value", "format", "Номер или имя страницы VK, например id1234567");
                }
                yield new Identity(Identity.Kind.VK, value.strip());
            }
        };
    }

    /** Proven or not, main or not; null leaves it. */
    public Entry change(
            BusinessId business,
            long client,
            long id,
            @Nullable Boolean verified,
            @Nullable Boolean main,
            @Nullable Long by) {
        long standing = rows.lock(business, client).id();
        List<Long> members = rows.members(business, standing);
        Identities.Known known = find(business, members, id);
        if (!known.identity().kind().secret()) {
            throw new ClientRefusals.IdentityHeld();
        }
        if (Boolean.TRUE.equals(verified)) {
            contacts.refuseTaken(business, standing, List.of(known.identity()));
        }
        if (verified != null && verified != known.verified()) {
            identities.verified(business, id, verified);
            told(business, standing, known.identity(), verified ? "verified" : "unverified", by);
        }
        if (main != null) {
            identities.main(business, members, known.identity(), main ? clock.instant() : null);
            told(business, standing, known.identity(), main ? "main" : "not-main", by);
        }
        return of(business, standing).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
    }

    public void remove(BusinessId business, long client, long id, @Nullable Long by) {
        long standing = rows.lock(business, client).id();
        List<Long> members = rows.members(business, standing);
        Identities.Known known = find(business, members, id);
        if (!BY_HAND.contains(known.identity().kind())
                || (known.verified() && !known.identity().kind().secret())) {
            throw new ClientRefusals.IdentityHeld();
        }
        identities.remove(business, members, known.identity());
        told(business, standing, known.identity(), "removed", by);
    }

    private Identities.Known find(BusinessId business, List<Long> members, long id) {
        return identities.of(business, members).stream()
                .filter(known -> known.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("Такого контакта у клиента нет.", "The client is not known by this."));
    }

    private void told(BusinessId business, long standing, Identity identity, String change, @Nullable Long by) {
        rows.touch(business, standing);
        var now = clock.instant();
        timeline.write(
                business,
                standing,
                Timeline.line(
                        "clients.identity",
                        "identity:" + standing + ":" + identities.hash(business, identity) + ":" + change + ":" + now,
                        now,
                        Map.of("kind", identity.kind().name().toLowerCase(Locale.ROOT), "change", change),
                        by));
    }
}
