package io.orbita.pipeline;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stages of a business in the owner's order, the removed ones at the end. */
record StageList(List<StageRow> stages) {

    Optional<StageRow> find(long id) {
        return stages.stream().filter(stage -> stage.id() == id).findFirst();
    }

    StageRow get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no stage " + id));
    }

    List<StageRow> alive() {
        return stages.stream().filter(stage -> !stage.removed()).toList();
    }

    /** The first stage of that role; there always is one. */
    StageRow first(StageRole role) {
        return alive().stream()
                .filter(stage -> stage.role().equals(role.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no stage of role " + role));
    }

    /** The role of a stage; an owner's own stage has that of the nearest one before it, and none before the first. */
    @Nullable StageRole roleAt(@Nullable Long stage) {
        StageRole last = null;
        for (StageRow row : stages) {
            last = StageRole.of(row.role()).orElse(last);
            if (stage != null && row.id() == stage) {
                return last;
            }
        }
        return null;
    }
}
