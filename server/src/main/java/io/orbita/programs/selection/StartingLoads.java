package io.orbita.programs.selection;

import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.exercise.LoadRule;
import io.orbita.programs.template.Gender;
import java.util.Optional;
import java.util.Set;

/**
 * A weight to begin with: the catalogue's share of the body weight, times
 *
 * <ul>
 *   <li>women: 0.7 for legs, 0.55 for the upper body;
 *   <li>beginner 0.65, advanced 1.3;
 *   <li>below 18 and from 46 years 0.85, from 56 years 0.7.
 * </ul>
 *
 * A pair is at most 2×16 kg and a single one 20 kg outside a gym, 2×36 and 40 in it. The body weight counts up to a body mass index of 27, so that heavy people are not given heavy weights. Rounded down to
 * what there is: dumbbells by 1 kg up to 10 and by 2 above, a bar by 2.5 from its own 20 kg, machines by 5. Less than a bar
 * itself is an empty bar. Nothing is said when weight or gender is not known, or with heart trouble or pregnancy.
 */
public final class StartingLoads {
    private static final double COUNTED_INDEX = 27;
    private static final int BAR = 20;
    private static final Set<String> LEGS =
            Set.of("Колено-доминант", "Таз-доминант", "Задняя поверхность бедра", "Ягодицы", "Икры");

    private StartingLoads() {}

    /** «2×6 кг», «12 кг», «40 кг», «пустой гриф»; empty when none is given. */
    public static Optional<String> of(Exercise exercise, Trainee trainee) {
        LoadRule rule = exercise.load();
        if (rule == null || trainee.weightKg() == null || trainee.gender() == null || trainee.fragile()) {
            return Optional.empty();
        }
        double kilograms = countedWeight(trainee) * rule.share() * strength(exercise, trainee);
        boolean gym = trainee.setting() == Setting.GYM;
        return switch (rule.tool()) {
            case PAIR -> Optional.of("2×" + dumbbell(Math.min(kilograms, gym ? 36 : 16)) + " кг");
            case ONE_ITEM -> Optional.of(dumbbell(Math.min(kilograms, gym ? 40 : 20)) + " кг");
            case BARBELL ->
                Optional.of(kilograms < BAR + 2.5 ? "пустой гриф" : plain(Math.floor(kilograms / 2.5) * 2.5) + " кг");
            case MACHINE -> Optional.of(plain(Math.max(5, Math.floor(kilograms / 5) * 5)) + " кг");
        };
    }

    private static double countedWeight(Trainee trainee) {
        double weight = trainee.weightKg() == null ? 0 : trainee.weightKg();
        double index = trainee.bodyMassIndex();
        return index > COUNTED_INDEX ? weight * COUNTED_INDEX / index : weight;
    }

    private static double strength(Exercise exercise, Trainee trainee) {
        double strength = trainee.gender() == Gender.MALE ? 1 : LEGS.contains(exercise.pattern()) ? 0.7 : 0.55;
        strength *= switch (trainee.level()) {
            case BEGINNER -> 0.65;
            case INTERMEDIATE -> 1;
            case ADVANCED -> 1.3;
        };
        Integer age = trainee.age();
        if (age == null) {
            return strength;
        }
        return strength * (age >= 56 ? 0.7 : age >= 46 || age < 18 ? 0.85 : 1);
    }

    private static int dumbbell(double kilograms) {
        return kilograms > 10 ? (int) (Math.floor(kilograms / 2) * 2) : (int) Math.max(1, Math.floor(kilograms));
    }

    private static String plain(double kilograms) {
        return kilograms == Math.rint(kilograms)
                ? Integer.toString((int) kilograms)
                : Double.toString(kilograms).replace('.', ',');
    }
}
