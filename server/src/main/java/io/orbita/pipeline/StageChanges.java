package io.orbita.pipeline;

import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the owner does with the stages. Changes come one after another; no role ever loses its last stage, no client their stage. */
@Component
@Transactional
class StageChanges {
    private static final int MOST = 50;

    private final StageRows stages;
    private final Clients clients;

    StageChanges(StageRows stages, Clients clients) {
        this.stages = stages;
        this.clients = clients;
    }

    /**
     * What the owner says of a stage.
     *
     * @param role empty for one of their own
     * @param normDays after how many days a card asks for attention, 1 to 365; null for never
     */
    record Words(
            String name,
            String role,
            String description,
            String colour,
            Hue hue,
            @Nullable Integer normDays) {}

    /** Adds a stage at the end. */
    public StageRow add(BusinessId business, Words words) {
        stages.lockList(business);
        List<StageRow> alive = stages.list(business).alive();
        if (alive.size() >= MOST) {
            throw new Invalid("name", "too-many", "Не больше " + MOST + " этапов");
        }
        int rank = alive.isEmpty() ? 1 : alive.getLast().rank() + 1;
        long id = stages.insert(business, words, rank);
        return stages.list(business).get(id);
    }

    public StageRow change(BusinessId business, long stage, Words words) {
        stages.lockList(business);
        StageList list = stages.list(business);
        StageRow before = alive(list, stage);
        if (!before.role().equals(words.role())) {
            keepRole(list, before);
        }
        stages.update(business, stage, words);
        return stages.list(business).get(stage);
    }

    /**
     * Removes a stage that nobody stands at; the history keeps its name.
     *
     * @throws PipelineRefusals.StageInUse with the number of clients who stand there
     */
    public void remove(BusinessId business, long stage) {
        stages.lockList(business);
        StageList list = stages.list(business);
        StageRow before = alive(list, stage);
        stages.lockOut(business, stage);
        long standing = clients.countByStage(business).getOrDefault(stage, 0L);
        if (standing > 0) {
            throw new PipelineRefusals.StageInUse(standing);
        }
        keepRole(list, before);
        stages.remove(business, stage);
    }

    /** Puts the stages into the given order, which must name each of them once. */
    public List<StageRow> order(BusinessId business, List<Long> ids) {
        stages.lockList(business);
        List<Long> alive =
                stages.list(business).alive().stream().map(StageRow::id).toList();
        if (ids.size() != alive.size() || !new HashSet<>(ids).equals(new HashSet<>(alive))) {
            throw new Invalid("stage_ids", "incomplete", "Все этапы по одному разу");
        }
        for (int i = 0; i < ids.size(); i++) {
            stages.rank(business, ids.get(i), i + 1);
        }
        return stages.list(business).alive();
    }

    private static StageRow alive(StageList list, long stage) {
        return list.find(stage).filter(row -> !row.removed()).orElseThrow(PipelineRefusals::noStage);
    }

    private static void keepRole(StageList list, StageRow leaving) {
        boolean another = list.alive().stream()
                .anyMatch(row -> row.id() != leaving.id() && row.role().equals(leaving.role()));
        if (!leaving.role().isEmpty() && !another) {
            throw new PipelineRefusals.LastOfRole();
        }
    }
}
