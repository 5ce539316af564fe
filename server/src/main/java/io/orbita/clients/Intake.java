package io.orbita.clients;

import io.orbita.clients.spi.FirstStages;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cards that come and go in great numbers, for the imports of this room: whatever the number, so many statements. What a card may hold has been checked by the caller.
 * Cards that change: {@link IntakeChanges}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Intake {
    private final IntakeRows rows;
    private final IntakePoints points;
    private final Identities identities;
    private final FirstStages stages;
    private final ApplicationEventPublisher events;

    Intake(
            IntakeRows rows,
            IntakePoints points,
            Identities identities,
            FirstStages stages,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.points = points;
        this.identities = identities;
        this.stages = stages;
        this.events = events;
    }

    /** A card as it is edited: of the client who stands for the person, at that stage. */
    public record Held(long client, @Nullable Long stage, ClientEdit card, int version) {
        /** A client who is to be made, by one of {@link Intake#numbers} and what {@link Intake#stage} says. */
        public static Held fresh(long client, long stage, ClientEdit card) {
            return new Held(client, stage, card.settled(), 1);
        }

        /** The same after one more change. */
        public Held with(ClientEdit changed) {
            return new Held(client, stage, changed.settled(), version + 1);
        }

        /** The same at another stage. */
        public Held at(long other) {
            return new Held(client, other, card, version);
        }
    }

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
        return points.holders(business, wanted);
    }

    /** So many ids for clients to be made, ascending. */
    public List<Long> numbers(int many) {
        return rows.numbers(many);
    }

    /** Where a client will stand for whom this stage is asked, null for none; nobody removes the stage until the transaction ends. */
    public long stage(BusinessId business, @Nullable Long asked) {
        return stages.hold(business, asked);
    }

    /**
     * Makes clients, with the same consequences as if each had been made alone; {@link ClientsImported} is told. Their phones and e-mails are locked, and nobody's.
     *
     * @param made each {@link Held#fresh}
     */
    public void create(BusinessId business, List<Held> made, @Nullable Long by) {
        if (made.isEmpty()) {
            return;
        }
        rows.insert(business, made);
        List<IntakePoints.Point> known = new ArrayList<>();
        Map<Long, Set<String>> words = new HashMap<>();
        Map<Long, List<String>> tags = new HashMap<>();
        for (Held one : made) {
            IntakePoints.of(one.card()).forEach(identity -> known.add(new IntakePoints.Point(one.client(), identity)));
            words.put(one.client(), IntakePoints.words(one.card()));
            tags.put(one.client(), ClientEdit.either(one.card().tags()));
        }
        points.add(business, known);
        points.addWords(business, words);
        points.addTags(business, tags);
        events.publishEvent(new ClientsImported(
                business,
                made.stream()
                        .map(one -> new ClientsImported.Arrived(
                                new ClientId(one.client()), Objects.requireNonNull(one.stage())))
                        .toList(),
                by));
    }

    /**
     * With whom nobody but the import that made them has done anything: no change, no merge, no line of history.
     *
     * @param versions of each card that the import wrote, none empty
     */
    public Set<Long> untouched(BusinessId business, Map<Long, List<Integer>> versions) {
        List<String> edits = new ArrayList<>();
        versions.forEach((client, all) -> all.forEach(version -> edits.add(CardTraces.editKey(client, version))));
        Map<Long, Integer> last = new HashMap<>();
        versions.forEach((client, all) -> last.put(client, Collections.max(all)));
        return rows.untouched(business, last, edits);
    }

    /**
     * Takes clients back who were made by mistake: they go without a trace.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException when a room holds something of one of them; the transaction is of no use then
     */
    public void withdraw(BusinessId business, Collection<Long> clients) {
        events.publishEvent(new ClientsWithdrawn(
                business, clients.stream().map(ClientId::new).toList()));
        rows.withdraw(business, clients);
    }
}
