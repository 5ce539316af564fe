package io.orbita.marketing;

import io.orbita.businesses.Business;
import io.orbita.clients.Addressees.Addressee;
import io.orbita.clients.Consents;
import io.orbita.clients.spi.StageNames;
import io.orbita.messaging.Reach;
import io.orbita.payments.PaymentId;
import io.orbita.payments.PaymentState;
import io.orbita.payments.PaymentView;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out how clients stand, for many of them with as many questions as for one. */
@Component
@Transactional(readOnly = true)
class Situations {
    private final Others others;
    private final FactRows facts;
    private final ReminderRows reminders;

    Situations(Others others, FactRows facts, ReminderRows reminders) {
        this.others = others;
        this.facts = facts;
        this.reminders = reminders;
    }

    /** What the whole batch shares. */
    private record Shared(
            Business business,
            Map<Long, StageNames.Stage> stages,
            Map<Long, Reach> reaches,
            Set<Long> consenting,
            Set<Long> silent,
            Map<Long, List<Fact>> facts,
            Map<Long, List<ReminderRows.Kept>> recent) {}

    /** By client; those who were merged into others, or are unknown, are not there. */
    public Map<Long, Known> of(BusinessId business, Collection<Long> clients, Instant now) {
        List<Addressee> people = others.addressees().of(business, clients);
        List<Long> standing = people.stream().map(Addressee::client).toList();
        List<Long> members =
                people.stream().flatMap(person -> person.members().stream()).toList();
        var recent = new HashMap<Long, List<ReminderRows.Kept>>();
        reminders
                .recent(business, members, now)
                .forEach(one -> recent.computeIfAbsent(one.client(), _ -> new ArrayList<>())
                        .add(one));
        var shared = new Shared(
                others.businesses().get(business),
                others.stages().stages(business),
                others.messaging().reach(business, people),
                others.addressees().consenting(business, standing, Consents.Purpose.MARKETING),
                others.dialogues().silent(business, members),
                facts.of(business, members),
                recent);
        var known = new HashMap<Long, Known>();
        people.forEach(person -> known.put(person.client(), known(business, person, shared, now)));
        return known;
    }

    private Known known(BusinessId business, Addressee person, Shared shared, Instant now) {
        Reach reach = shared.reaches().getOrDefault(person.client(), new Reach(null, false, null));
        List<Fact> told = all(person, shared.facts());
        Optional<Fact> open = openPayment(told);
        PaymentView payment = open.map(fact -> payment(business, fact)).orElse(null);
        if (open.isPresent() && payment == null) {
            told = told.stream()
                    .map(fact -> fact == open.get()
                            ? new Fact(fact.kind(), fact.key(), fact.at(), fact.order(), fact.at())
                            : fact)
                    .toList();
        }
        StageNames.Stage stage = person.stage() == null ? null : shared.stages().get(person.stage());
        var ways = EnumSet.noneOf(Rule.Way.class);
        if (reach.messenger() != null) {
            ways.add(Rule.Way.MESSENGER);
        }
        if (reach.email()) {
            ways.add(Rule.Way.EMAIL);
        }
        var situation = new Situation(
                person.client(),
                person.zone() == null ? shared.business().zone() : person.zone(),
                stage == null ? "" : stage.role(),
                person.archived(),
                person.members().stream().anyMatch(shared.silent()::contains),
                shared.consenting().contains(person.client()),
                ways,
                reach.heard() == null ? person.createdAt() : reach.heard(),
                told);
        return new Known(
                person,
                reach,
                situation,
                all(person, shared.recent()),
                payment,
                shared.business().name());
    }

    private static <T> List<T> all(Addressee person, Map<Long, List<T>> byMember) {
        return person.members().stream()
                .flatMap(member -> byMember.getOrDefault(member, List.of()).stream())
                .toList();
    }

    /** The last link to pay, when nothing was paid since. */
    private static Optional<Fact> openPayment(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind() == Happening.PAYMENT_CREATED)
                .max(Comparator.comparing(Fact::at).thenComparing(Fact::order))
                .filter(link -> facts.stream()
                        .noneMatch(fact -> fact.kind() == Happening.PAYMENT_COMPLETED && fact.isAfter(link)));
    }

    /** Null when staff looks into it or has the money. A link that expired counts: its client may still want to buy. */
    private @Nullable PaymentView payment(BusinessId business, Fact fact) {
        long id = Long.parseLong(fact.key().substring(fact.key().indexOf(':') + 1));
        return others.payments()
                .find(business, new PaymentId(id))
                .filter(payment ->
                        payment.status() == PaymentState.PENDING || payment.status() == PaymentState.CANCELED)
                .orElse(null);
    }
}
