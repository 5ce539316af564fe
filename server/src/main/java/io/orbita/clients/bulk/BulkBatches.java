package io.orbita.clients.bulk;

import io.orbita.clients.CardDeeds;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.StageMoves;
import io.orbita.platform.tenancy.BusinessId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Some clients of a piece of bulk work, in one transaction: the deed, or its undoing. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class BulkBatches {
    private static final int BATCH = 200;
    private static final String CAUSE = "bulk";

    private final BulkRows rows;
    private final CardDeeds deeds;
    private final StageMoves moves;
    private final Clients clients;

    BulkBatches(BulkRows rows, CardDeeds deeds, StageMoves moves, Clients clients) {
        this.rows = rows;
        this.deeds = deeds;
        this.moves = moves;
        this.clients = clients;
    }

    /** Does the next ones; returns whether there may be more. */
    public boolean next(BusinessId business, long id) {
        BulkRows.Job job = rows.lock(business, id);
        if (!job.state().equals("running")) {
            return false;
        }
        List<Long> waiting = rows.waiting(business, id, BATCH);
        for (long client : waiting) {
            Map<String, @Nullable Object> before = new HashMap<>();
            boolean changed = apply(business, job, client, before);
            rows.done(business, id, client, changed ? "changed" : "same", before);
        }
        if (waiting.size() < BATCH) {
            rows.state(business, id, "done");
            return false;
        }
        return true;
    }

    private boolean apply(BusinessId business, BulkRows.Job job, long client, Map<String, @Nullable Object> before) {
        BulkRows.Spec spec = job.spec();
        return switch (job.deed()) {
            case "tag" -> deeds.tag(business, client, Objects.requireNonNull(spec.tag()), job.by());
            case "untag" -> deeds.untag(business, client, Objects.requireNonNull(spec.tag()), job.by());
            case "archive" -> deeds.archive(business, client, true);
            case "unarchive" -> deeds.archive(business, client, false);
            case "delete" -> deeds.delete(business, client, true, job.by());
            case "assign" -> {
                before.put("user", deeds.assignee(business, client).orElse(null));
                yield deeds.assign(business, client, spec.assignedTo(), job.by());
            }
            default -> {
                Long from = moves.move(
                        business,
                        new ClientId(client),
                        Objects.requireNonNull(spec.stageId()),
                        CAUSE,
                        "bulk:" + job.id() + ":" + client,
                        job.by().user());
                before.put("stage", from);
                yield from != null;
            }
        };
    }

    /** Takes the next ones back, except where somebody has changed the same since; returns whether there may be more. */
    public boolean back(BusinessId business, long id) {
        BulkRows.Job job = rows.lock(business, id);
        if (!job.state().equals("undoing")) {
            return false;
        }
        List<BulkRows.Item> items = rows.undoable(business, id, BATCH);
        items.forEach(item -> rows.undone(business, id, item.client(), undo(business, job, item)));
        if (items.size() < BATCH) {
            rows.state(business, id, "undone");
            return false;
        }
        return true;
    }

    private boolean undo(BusinessId business, BulkRows.Job job, BulkRows.Item item) {
        BulkRows.Spec spec = job.spec();
        long client = item.client();
        return switch (job.deed()) {
            case "tag" -> deeds.untag(business, client, Objects.requireNonNull(spec.tag()), job.by());
            case "untag" -> deeds.tag(business, client, Objects.requireNonNull(spec.tag()), job.by());
            case "archive" -> deeds.archive(business, client, false);
            case "unarchive" -> deeds.archive(business, client, true);
            case "delete" -> deeds.delete(business, client, false, job.by());
            case "assign" ->
                Objects.equals(deeds.assignee(business, client).orElse(null), spec.assignedTo())
                        && deeds.assign(business, client, number(item.before().path("user")), job.by());
            default -> {
                Long from = number(item.before().path("stage"));
                boolean there = Objects.equals(clients.stage(business, new ClientId(client)), spec.stageId());
                String fact = "bulk-undo:" + job.id() + ":" + client;
                yield there
                        && from != null
                        && moves.move(
                                        business,
                                        new ClientId(client),
                                        from,
                                        "undo",
                                        fact,
                                        job.by().user())
                                != null;
            }
        };
    }

    private static @Nullable Long number(JsonNode node) {
        return node.isNumber() ? Long.valueOf(node.asLong()) : null;
    }
}
