package io.orbita.programs.library;

import java.util.Locale;

/** A place in a session that some exercise of a kind takes. */
enum Slot {
    KNEE(Work.COMPOUND),
    LUNGE(Work.COMPOUND),
    HINGE(Work.COMPOUND),
    GLUTE(Work.COMPOUND),
    HPUSH(Work.COMPOUND),
    VPUSH(Work.COMPOUND),
    HPULL(Work.COMPOUND),
    VPULL(Work.COMPOUND),
    HAM(Work.ISOLATION),
    ABDUCTION(Work.ISOLATION),
    DELTS(Work.ISOLATION),
    REAR(Work.ISOLATION),
    BICEPS(Work.ISOLATION),
    TRICEPS(Work.ISOLATION),
    CALF(Work.ISOLATION),
    HOLD(Work.CORE),
    CURL(Work.CORE),
    CARDIO(Work.CONDITIONING),
    INTERVAL(Work.CONDITIONING);

    /** How a slot is dosed. */
    enum Work {
        COMPOUND,
        ISOLATION,
        CORE,
        CONDITIONING
    }

    private final Work work;

    Slot(Work work) {
        this.work = work;
    }

    Work work() {
        return work;
    }

    /** The word of rotation.csv. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
