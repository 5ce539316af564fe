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
    private final Clock clock;

    ActionDeeds(Actions actions, Timeline timeline, Clock clock) {
        this.actions = actions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Sets a task. Returns its id. */
    public long task(BusinessId business, long client, String text, @Nullable Instant due, @Nullable Long by) {
        return actions.act(business, client, "task", text, null, due, null, by).id();
    }

    /** Remembers that a task was done, or opened again. */
    public void settled(BusinessId business, long client, long task, boolean done, @Nullable Long by) {
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
