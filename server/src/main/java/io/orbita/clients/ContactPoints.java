package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Phones and e-mails as staff writes them: what they write counts as verified, and nobody else's verified one can be taken. */
@Component
class ContactPoints {
    private final Identities identities;
    private final ClientRows rows;
    private final Suspicions suspicions;
    private final Clock clock;

    ContactPoints(Identities identities, ClientRows rows, Suspicions suspicions, Clock clock) {
        this.identities = identities;
        this.rows = rows;
        this.suspicions = suspicions;
        this.clock = clock;
    }

    static List<Identity> phones(Collection<String> texts) {
        return read("phones", texts, Identity::phone, "Телефон в любом виде, например +7 916 123-45-67");
    }

    static List<Identity> emails(Collection<String> texts) {
        return read("emails", texts, Identity::email, "Адрес, например anna@example.ru");
    }

    private static List<Identity> read(
            String field, Collection<String> texts, Function<String, Optional<Identity>> reader, String accepted) {
        List<Identity> read = new ArrayList<>();
        int index = 0;
        for (String text : texts) {
            String name = field + "[" + index++ + "]";
            read.add(reader.apply(text).orElseThrow(() -> new Invalid(name, "format", accepted)));
        }
        return read.stream().distinct().toList();
    }

    /**
     * Refuses what another person holds. The identities are locked, in one order for everybody, until the transaction ends.
     *
     * @param standing whose they may be; 0 for a client who is not made yet
     * @return who else is known by them, unproven
     */
    List<Identities.Knower> refuseTaken(BusinessId business, long standing, Collection<Identity> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Identity> inOrder = wanted.stream()
                .distinct()
                .sorted(Comparator.comparing(Identity::kind).thenComparing(Identity::value))
                .toList();
        identities.lockAll(business, inOrder);
        List<Identities.Knower> knowers = identities.knowers(business, inOrder);
        for (Identity identity : inOrder) {
            for (Identities.Knower knower : knowers) {
                if (knower.verified() && knower.identity().equals(identity) && knower.standing() != standing) {
                    String field = identity.kind() == Identity.Kind.PHONE ? "phones" : "emails";
                    throw new ClientRefusals.Duplicate(knower.standing(), field);
                }
            }
        }
        return knowers.stream().filter(knower -> !knower.verified()).toList();
    }

    /** A client who has just been made with these may be one of those who are known by them too. */
    void suspect(BusinessId business, long client, Collection<Identities.Knower> others) {
        for (Identities.Knower other : others) {
            suspicions.suspect(
                    business, client, List.of(other.client()), other.identity().kind());
        }
    }

    void add(BusinessId business, long client, Collection<Identity> wanted) {
        for (Identity identity : wanted) {
            identities.add(business, client, identity, true);
            suspicions.suspect(business, client, identities.clients(business, identity), identity.kind());
        }
    }

    /** The person has exactly these phones and e-mails from now on; those that stay keep what is known of them. */
    void set(BusinessId business, long standing, Collection<Identity> wanted) {
        List<Long> members = rows.members(business, standing);
        List<Identity> present = identities.of(business, members).stream()
                .map(Identities.Known::identity)
                .filter(identity -> identity.kind().secret())
                .distinct()
                .toList();
        List<Identity> fresh =
                wanted.stream().filter(identity -> !present.contains(identity)).toList();
        refuseTaken(business, standing, fresh);
        present.stream()
                .filter(identity -> !wanted.contains(identity))
                .forEach(identity -> identities.remove(business, members, identity));
        add(business, standing, fresh);
        main(business, members, wanted, Identity.Kind.PHONE);
        main(business, members, wanted, Identity.Kind.EMAIL);
    }

    /** The one that staff writes first is the main one. */
    private void main(BusinessId business, Collection<Long> members, Collection<Identity> wanted, Identity.Kind kind) {
        Identity first = wanted.stream()
                .filter(identity -> identity.kind() == kind)
                .findFirst()
                .orElse(null);
        List<String> present = Identities.values(identities.of(business, members), kind);
        if (first != null && !present.getFirst().equals(first.value())) {
            identities.main(business, members, first, clock.instant());
        }
    }
}
