package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tasks among the actions of clients: set, done, opened again; each is a line of history. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ActionDeeds {
    private final Actions actions;
    private final Timeline timeline;
    private final ClientRows rows;
    private final BoardMarks marks;
    private final Clock clock;

    ActionDeeds(Actions actions, Timeline timeline, ClientRows rows, BoardMarks marks, Clock clock) {
        this.actions = actions;
        this.timeline = timeline;
        this.rows = rows;
        this.marks = marks;
        this.clock = clock;
    }

    /** Sets a task. Returns its id. */
    public long task(BusinessId business, long client, String text, @Nullable Instant due, @Nullable Long by) {
        return actions.act(business, client, "task", text, null, due, null, by).id();
    }

    /** A task of the client is due at another time: so may be the next step. */
    public void replanned(BusinessId business, long client) {
        marks.plan(business, rows.lock(business, client).id());
    }

    /** Remembers that a task was done, or opened again. */
    public void settled(BusinessId business, long client, long task, boolean done, @Nullable Long by) {
        replanned(business, client);
        Instant now = clock.instant();
        timeline.write(
                business,
                client,
                new TimelineEntry(
                        done ? "clients.task-done" : "clients.task-reopened",
                        "task:" + task + ":" + now.toEpochMilli(),
                        now,
                        Map.of("task", task),
                        null,
                        by));
    }
}
