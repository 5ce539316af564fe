package io.orbita.clients;

import io.orbita.businesses.Audit;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cards that change in great numbers, for the imports of this room: read and locked at once, written at once, each change with its own line of history and audit. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class IntakeChanges {
    private final IntakeRows rows;
    private final IntakePoints points;
    private final CardDifferences differences;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    IntakeChanges(
            IntakeRows rows,
            IntakePoints points,
            CardDifferences differences,
            Timeline timeline,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.points = points;
        this.differences = differences;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** One change of a card. */
    public record Change(Intake.Held before, Intake.Held after) {}

    /** The cards of the persons by the ids asked for, locked until the transaction ends; unknown ids are left out. */
    public Map<Long, Intake.Held> hold(BusinessId business, Collection<Long> clients) {
        return clients.isEmpty() ? Map.of() : rows.hold(business, clients);
    }

    /**
     * Writes changes of held cards, in their order; several of one card follow from one another. New phones and e-mails are locked, and nobody's; the first of each kind is
     * the first of those that the card had, so that none becomes another main one.
     */
    public void write(BusinessId business, List<Change> changes, Author by) {
        if (changes.isEmpty()) {
            return;
        }
        Map<Long, Change> whole = new LinkedHashMap<>();
        changes.forEach(change -> whole.merge(
                change.before().client(), change, (first, last) -> new Change(first.before(), last.after())));
        rows.update(business, whole.values().stream().map(Change::after).toList());
        points(business, whole);
        traces(business, changes, by);
    }

    private void points(BusinessId business, Map<Long, Change> whole) {
        List<IntakePoints.Point> fresh = new ArrayList<>();
        List<IntakePoints.Point> gone = new ArrayList<>();
        Map<Long, List<String>> newTags = new HashMap<>();
        Map<Long, List<String>> oldTags = new HashMap<>();
        Map<Long, Set<String>> newWords = new HashMap<>();
        Map<Long, Set<String>> oldWords = new HashMap<>();
        whole.forEach((client, change) -> {
            ClientEdit before = change.before().card();
            ClientEdit after = change.after().card();
            added(IntakePoints.of(before), IntakePoints.of(after))
                    .forEach(identity -> fresh.add(new IntakePoints.Point(client, identity)));
            added(IntakePoints.of(after), IntakePoints.of(before))
                    .forEach(identity -> gone.add(new IntakePoints.Point(client, identity)));
            newTags.put(client, added(ClientEdit.either(before.tags()), ClientEdit.either(after.tags())));
            oldTags.put(client, added(ClientEdit.either(after.tags()), ClientEdit.either(before.tags())));
            Set<String> words = IntakePoints.words(after);
            Set<String> former = IntakePoints.words(before);
            newWords.put(client, Set.copyOf(added(former, words)));
            oldWords.put(client, Set.copyOf(added(words, former)));
        });
        points.remove(business, gone);
        points.add(business, fresh);
        points.removeTags(business, oldTags);
        points.addTags(business, newTags);
        points.removeWords(business, oldWords);
        points.addWords(business, newWords);
    }

    private static <T> List<T> added(Collection<T> before, Collection<T> after) {
        Set<T> added = new LinkedHashSet<>(after);
        added.removeAll(new LinkedHashSet<>(before));
        return List.copyOf(added);
    }

    private void traces(BusinessId business, List<Change> changes, Author by) {
        Instant now = clock.instant();
        List<Timeline.Written> lines = new ArrayList<>();
        List<Audit.Deed> deeds = new ArrayList<>();
        for (Change change : changes) {
            long client = change.before().client();
            var found =
                    differences.between(change.before().card(), change.after().card());
            if (!found.isEmpty()) {
                Map<String, Object> facts = Map.of(
                        "fields",
                        found.stream().map(CardDifferences.Difference::field).toList());
                lines.add(new Timeline.Written(
                        client,
                        new TimelineEntry(
                                CardTraces.EDITED,
                                CardTraces.editKey(client, change.after().version()),
                                now,
                                facts,
                                CardDifferences.text(found),
                                by.user())));
                deeds.add(new Audit.Deed("clients.edit", String.valueOf(client), facts));
            }
        }
        timeline.writeAll(business, lines);
        audit.recordAll(business, by.who(), deeds);
    }
}
