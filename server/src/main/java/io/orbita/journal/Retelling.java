package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.journal.EntryRows.Written;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the client's timeline what was measured, one line for a sitting and always from old to new. The figures stand in the line's text, which an
 * erasure blanks. As due work it does so for a sitting in the bot that was left in the middle; the reference is the row.
 */
@Component
class Retelling implements Due {
    static final String KIND = "journal.retell";

    private final EntryRows rows;
    private final Clients clients;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Retelling(EntryRows rows, Clients clients, Clock clock, TransactionTemplate transaction) {
        this.rows = rows;
        this.clients = clients;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        long entry = Long.parseLong(ref);
        transaction.executeWithoutResult(_ -> {
            if (rows.owner(business, entry).isPresent()) {
                tell(business, entry, null);
            }
        });
    }

    /** In the caller's transaction: what was written since the last line; false when nothing was. */
    boolean tell(BusinessId business, long entry, @Nullable Long by) {
        ClientId client = rows.lock(business, entry);
        long told = rows.told(business, entry);
        List<Written> history = rows.history(business, entry);
        long last = history.isEmpty() ? 0 : history.getLast().id();
        if (last <= told) {
            return false;
        }
        List<Entry> journal = rows.of(business, clients.members(business, client));
        Optional<Entry> own =
                journal.stream().filter(found -> found.id() == entry).findFirst();
        if (own.isEmpty()) {
            return false;
        }
        String changes = changes(journal, own.get(), history, told);
        rows.told(business, entry, last);
        if (!changes.isEmpty()) {
            clients.remember(
                    business,
                    client,
                    new TimelineEntry(
                            "journal.measured",
                            "figure:" + last,
                            clock.instant(),
                            Map.of("entry", entry, "period", own.get().period().wire()),
                            "Замеры, %s: %s".formatted(own.get().period().title(), changes),
                            by));
        }
        return true;
    }

    private static String changes(List<Entry> journal, Entry own, List<Written> history, long told) {
        var before = new EnumMap<Measure, Optional<BigDecimal>>(Measure.class);
        var after = new EnumMap<Measure, Optional<BigDecimal>>(Measure.class);
        for (Written written : history) {
            (written.id() <= told ? before : after).put(written.measure(), Optional.ofNullable(written.value()));
        }
        var lines = new ArrayList<String>();
        after.forEach((measure, now) -> {
            Optional<BigDecimal> was = before.containsKey(measure)
                    ? before.getOrDefault(measure, Optional.empty())
                    : Entries.former(journal, new Entries.Moment(own.program(), own.period()), measure);
            if (now.isPresent() || was.isPresent()) {
                lines.add("%s %s%s %s"
                        .formatted(
                                measure.title().toLowerCase(java.util.Locale.ROOT),
                                was.map(value -> Numbers.shown(value) + " → ").orElse(""),
                                now.map(Numbers::shown).orElse("убрали"),
                                now.isPresent() ? measure.unitInRussian() : "")
                        .strip());
            }
        });
        return lines.stream().collect(Collectors.joining(", "));
    }
}
