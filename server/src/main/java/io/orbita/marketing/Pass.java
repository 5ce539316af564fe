package io.orbita.marketing;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.marketing.Next.Reason;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Outgoing;
import io.orbita.platform.jobs.DueBatch;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what the engine says for clients who are due: takes back what has become senseless, queues or skips what is due, and says when each is due
 * again. One row of due work a client, whose ref is the card that stands for them; one transaction a batch.
 */
@Component
class Pass implements DueBatch {
    static final String KIND = "marketing.reminders";

    private static final int MOST = 200;

    private final RuleRows rules;
    private final Situations situations;
    private final ReminderRows reminders;
    private final Letters letters;
    private final Wires wires;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Pass(
            RuleRows rules,
            Situations situations,
            ReminderRows reminders,
            Letters letters,
            Wires wires,
            TransactionTemplate transaction,
            Clock clock) {
        this.rules = rules;
        this.situations = situations;
        this.reminders = reminders;
        this.letters = letters;
        this.wires = wires;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Ways out of the room. */
    @Component
    record Wires(Messaging messaging, Clients clients, DueWork due) {}

    /** What is done for a client; {@code where} is null for what is skipped. */
    private record Act(Known known, Next next, @Nullable ConversationId where) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Map<String, Instant> runAll(BusinessId business, List<String> refs) {
        return Objects.requireNonNull(transaction.execute(_ -> pass(business, refs)));
    }

    private Map<String, Instant> pass(BusinessId business, List<String> refs) {
        Instant now = clock.instant();
        List<Rule> all = rules.rules(business);
        List<Long> clients = refs.stream().map(Long::valueOf).sorted().toList();
        Map<Long, Known> known = situations.of(business, clients, now);
        Map<String, Instant> again = new HashMap<>();
        List<Act> acts = new ArrayList<>();
        for (Long client : clients) {
            Known found = known.get(client);
            if (found == null) {
                merged(business, new ClientId(client), Set.copyOf(clients));
            } else {
                look(business, all, found, now, acts).ifPresent(at -> again.put(client.toString(), at));
            }
        }
        carryOut(business, acts);
        return again;
    }

    /** The card does not stand for itself any more: whoever does is looked at. */
    private void merged(BusinessId business, ClientId client, Set<Long> batch) {
        ClientId standing = wires.clients().standing(business, client);
        if (!standing.equals(client) && !batch.contains(standing.value())) {
            wires.due().now(KIND, business, standing.toString());
        }
    }

    private Optional<Instant> look(BusinessId business, List<Rule> all, Known known, Instant now, List<Act> acts) {
        Past past = known.pastWithout(takeBack(business, all, known, now));
        Optional<Next> next = Engine.next(all, known.situation(), past, now);
        while (next.isPresent() && !next.get().at().isAfter(now)) {
            Act act = act(business, known, next.get());
            acts.add(act);
            past = past.with(act.next().decided());
            next = Engine.next(all, known.situation(), past, now);
        }
        Optional<Instant> silence = known.situation().archived() ? Optional.empty() : silence(all, now);
        return Stream.concat(next.map(Next::at).stream(), silence.stream()).min(Comparator.naturalOrder());
    }

    /** Nobody tells when a client writes: whoever might fall silent is looked at before any silence can have lasted long enough. */
    private static Optional<Instant> silence(List<Rule> all, Instant now) {
        return all.stream()
                .filter(rule -> rule.active() && rule.since() == Happening.HEARD)
                .map(rule -> now.plus(rule.start()))
                .min(Comparator.naturalOrder());
    }

    private List<Past.Key> takeBack(BusinessId business, List<Rule> all, Known known, Instant now) {
        List<Past.Key> taken = new ArrayList<>();
        for (ReminderRows.Kept queued : known.queued()) {
            Past.Key key = queued.key();
            Rule rule = all.stream()
                    .filter(one -> one.id() == key.rule())
                    .findFirst()
                    .orElse(null);
            Reason reason = Engine.senseless(rule, key.occasion(), key.step(), known.situation(), now);
            if (reason != null && wires.messaging().cancel(business, DedupeKey.of(key))) {
                reminders.settle(business, key, "cancelled", reason, now);
                taken.add(key);
            }
        }
        return taken;
    }

    private Act act(BusinessId business, Known known, Next next) {
        Rule.Way way = next.way();
        ConversationId where =
                way == null ? null : letters.address(business, known, way).orElse(null);
        return way == null || where != null
                ? new Act(known, next, where)
                : new Act(
                        known,
                        new Next(next.at(), next.rule(), next.occasion(), next.step(), Reason.NO_CHANNEL, null),
                        null);
    }

    private void carryOut(BusinessId business, List<Act> acts) {
        Set<Past.Key> fresh = reminders.decide(
                business,
                acts.stream().map(act -> act.known().person().client()).toList(),
                acts.stream().map(Act::next).toList());
        List<Outgoing> messages = new ArrayList<>();
        for (Act act : acts) {
            ConversationId where = act.where();
            if (where != null && fresh.contains(act.next().key())) {
                messages.add(new Outgoing(
                        where,
                        letters.content(business, act.known(), act.next()),
                        DedupeKey.KIND,
                        DedupeKey.of(act.next().key()),
                        Outgoing.Promise.AT_MOST_ONCE,
                        Outgoing.Author.BOT,
                        null,
                        null));
            }
        }
        wires.messaging().send(business, messages);
    }
}
