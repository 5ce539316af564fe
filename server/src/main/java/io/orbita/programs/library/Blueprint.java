package io.orbita.programs.library;

import static io.orbita.programs.library.Slot.ABDUCTION;
import static io.orbita.programs.library.Slot.BICEPS;
import static io.orbita.programs.library.Slot.CALF;
import static io.orbita.programs.library.Slot.CARDIO;
import static io.orbita.programs.library.Slot.CURL;
import static io.orbita.programs.library.Slot.DELTS;
import static io.orbita.programs.library.Slot.GLUTE;
import static io.orbita.programs.library.Slot.HAM;
import static io.orbita.programs.library.Slot.HINGE;
import static io.orbita.programs.library.Slot.HOLD;
import static io.orbita.programs.library.Slot.HPULL;
import static io.orbita.programs.library.Slot.HPUSH;
import static io.orbita.programs.library.Slot.INTERVAL;
import static io.orbita.programs.library.Slot.KNEE;
import static io.orbita.programs.library.Slot.LUNGE;
import static io.orbita.programs.library.Slot.REAR;
import static io.orbita.programs.library.Slot.TRICEPS;
import static io.orbita.programs.library.Slot.VPULL;
import static io.orbita.programs.library.Slot.VPUSH;

import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a week is made of.
 *
 * <ul>
 *   <li>Two and three days: the whole body each time (FB), in all blocks.
 *   <li>Four days: FB in weeks 1-4, then upper and lower by turns (UL). Five days: UL and one FB.
 *   <li>The first four slots of a session carry it: legs, push and pull in FB. Women have one more slot for glutes or
 *       hamstrings in every FB session and begin the week with the lower body.
 *   <li>A beginner does five exercises, everybody else six.
 *   <li>Fat loss: the fifth slot is conditioning. Endurance: conditioning in every session, two of it in every second one.
 *       Muscle: every second session trades the core for one more exercise with weights.
 * </ul>
 */
final class Blueprint {
    /** One session without its exercises yet. */
    record Plan(String name, String microcycle, List<Slot> slots) {}

    private Blueprint() {}

    /**
     * The sessions of a week.
     *
     * @param days 2 to 5
     * @param block 0 to 2
     */
    static List<Plan> week(Gender gender, Goal goal, Experience level, int days, int block) {
        List<Plan> plans = new ArrayList<>();
        List<Plan> sessions = days < 4 || (days == 4 && block == 0)
                ? fullBody(gender).subList(0, days)
                : split(gender).subList(0, days);
        for (int i = 0; i < sessions.size(); i++) {
            Plan session = sessions.get(i);
            plans.add(new Plan(
                    session.name(), session.microcycle(), forGoal(session.slots(), gender, goal, level, i % 2 == 1)));
        }
        return plans;
    }

    private static List<Plan> fullBody(Gender gender) {
        return gender == Gender.FEMALE
                ? List.of(
                        full("A", KNEE, HPUSH, HPULL, HAM, ABDUCTION, HOLD),
                        full("B", HINGE, VPULL, VPUSH, LUNGE, GLUTE, CURL),
                        full("C", GLUTE, LUNGE, HPUSH, HPULL, HAM, HOLD),
                        full("D", KNEE, HINGE, VPULL, VPUSH, ABDUCTION, CURL))
                : List.of(
                        full("A", KNEE, HPUSH, HPULL, HAM, DELTS, HOLD),
                        full("B", HINGE, VPULL, VPUSH, LUNGE, BICEPS, CURL),
                        full("C", KNEE, HPUSH, VPULL, GLUTE, TRICEPS, HOLD),
                        full("D", HINGE, HPULL, VPUSH, LUNGE, REAR, CURL));
    }

    private static List<Plan> split(Gender gender) {
        return gender == Gender.FEMALE
                ? List.of(
                        half("Низ A", KNEE, GLUTE, HAM, LUNGE, ABDUCTION, HOLD),
                        half("Верх A", HPUSH, HPULL, VPUSH, VPULL, REAR, CURL),
                        half("Низ B", HINGE, LUNGE, GLUTE, HAM, ABDUCTION, CURL),
                        half("Верх B", VPULL, HPUSH, HPULL, VPUSH, BICEPS, TRICEPS),
                        full("C", GLUTE, LUNGE, HPUSH, HPULL, HAM, HOLD))
                : List.of(
                        half("Верх A", HPUSH, HPULL, VPUSH, VPULL, DELTS, TRICEPS),
                        half("Низ A", KNEE, HAM, LUNGE, GLUTE, CALF, HOLD),
                        half("Верх B", VPULL, HPUSH, HPULL, VPUSH, REAR, BICEPS),
                        half("Низ B", HINGE, KNEE, LUNGE, HAM, CALF, CURL),
                        full("C", KNEE, HPUSH, VPULL, GLUTE, TRICEPS, HOLD));
    }

    private static Plan full(String letter, Slot... slots) {
        return new Plan("Фулбоди " + letter, "FB", List.of(slots));
    }

    private static Plan half(String name, Slot... slots) {
        return new Plan(name, "UL", List.of(slots));
    }

    private static List<Slot> forGoal(List<Slot> slots, Gender gender, Goal goal, Experience level, boolean second) {
        List<Slot> session = new ArrayList<>(slots.subList(0, 4));
        Slot fifth = slots.get(4);
        Slot sixth = slots.get(5);
        boolean short_ = level == Experience.BEGINNER;
        switch (goal) {
            case RECOMPOSITION -> {
                if (!short_) {
                    session.add(fifth);
                }
                session.add(sixth);
            }
            case MUSCLE -> {
                session.add(short_ && second ? sixth : fifth);
                if (!short_) {
                    session.add(second && sixth.work() == Slot.Work.CORE ? extra(session, gender) : sixth);
                }
            }
            case FAT_LOSS -> {
                session.add(CARDIO);
                if (!short_) {
                    session.add(sixth.work() == Slot.Work.CORE ? sixth : CURL);
                }
            }
            case ENDURANCE -> {
                session.add(short_ && second ? INTERVAL : CARDIO);
                if (!short_) {
                    session.add(second ? INTERVAL : HOLD);
                }
            }
        }
        return session;
    }

    private static Slot extra(List<Slot> taken, Gender gender) {
        List<Slot> wanted = gender == Gender.FEMALE
                ? List.of(ABDUCTION, REAR, CALF)
                : taken.contains(KNEE) || taken.contains(HAM) ? List.of(CALF, BICEPS) : List.of(TRICEPS, CALF);
        return wanted.stream().filter(slot -> !taken.contains(slot)).findFirst().orElse(CALF);
    }
}
