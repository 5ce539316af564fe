package io.orbita.live;

import io.orbita.platform.live.Change;
import io.orbita.platform.live.Changes;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.TooMany;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The open pages of this node, by business. */
@Component
class Lines implements Changes, SmartLifecycle {
    /** A browser that opens more has forgotten older ones, or lost them without our knowing. */
    static final int MOST_OF_ONE = 8;

    static final int MOST_OF_A_BUSINESS = 300;

    private final Map<Long, Deque<Line>> open = new HashMap<>();
    private boolean running;

    /**
     * A new page; the oldest of the same caller ends when they have too many.
     *
     * @throws TooMany when the business has too many
     */
    void add(Line line) {
        Line oldest = null;
        synchronized (open) {
            Deque<Line> lines = open.computeIfAbsent(line.business(), ignored -> new ArrayDeque<>());
            List<Line> own =
                    lines.stream().filter(each -> each.key().equals(line.key())).toList();
            if (own.size() >= MOST_OF_ONE) {
                oldest = own.getFirst();
                lines.remove(oldest);
            } else if (lines.size() >= MOST_OF_A_BUSINESS) {
                throw new TooMany(Duration.ofMinutes(1));
            }
            lines.addLast(line);
        }
        if (oldest != null) {
            oldest.end("elsewhere");
        }
    }

    void remove(Line line) {
        synchronized (open) {
            Deque<Line> lines = open.get(line.business());
            if (lines != null && lines.remove(line) && lines.isEmpty()) {
                open.remove(line.business());
            }
        }
    }

    @Override
    public void heard(Change change) {
        Kind.of(change.kind())
                .ifPresent(kind -> of(change.business().value()).forEach(line -> line.tell(kind, change)));
    }

    @Override
    public void lost() {
        everybody()
                .forEach(line -> Line.all()
                        .forEach(kind ->
                                line.tell(kind, Change.everything(new BusinessId(line.business()), kind.wire()))));
    }

    private List<Line> of(long business) {
        synchronized (open) {
            Deque<Line> lines = open.get(business);
            return lines == null ? List.of() : List.copyOf(lines);
        }
    }

    private List<Line> everybody() {
        synchronized (open) {
            return open.values().stream().flatMap(Deque::stream).toList();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for requests to end: these would not. */
    @Override
    public void stop() {
        running = false;
        everybody().forEach(line -> line.end("restart"));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
