package io.orbita.programs;

import io.orbita.clients.Profile;
import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.selection.Setting;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a client's profile as the rules of selection see them. A code that nobody knows is as good as no answer. */
final class Trainees {
    private Trainees() {}

    static Trainee of(Profile profile) {
        Set<Risk> limitations = EnumSet.noneOf(Risk.class);
        boolean other = false;
        for (String code : profile.limitations()) {
            switch (code) {
                case "knees" -> limitations.add(Risk.KNEES);
                case "back" -> limitations.add(Risk.BACK);
                case "shoulders" -> limitations.add(Risk.SHOULDERS);
                case "heart" -> limitations.add(Risk.HEART);
                case "pregnancy" -> limitations.add(Risk.PREGNANCY);
                case "none" -> {}
                default -> other = true;
            }
        }
        boolean doctorFirst = other || limitations.contains(Risk.HEART) || limitations.contains(Risk.PREGNANCY);
        return new Trainee(
                gender(profile.gender()),
                profile.age(),
                read(profile.experience()).flatMap(Experience::of).orElse(null),
                read(profile.goal()).flatMap(Goal::of).orElse(null),
                profile.heightCm(),
                kilograms(profile.weightKg()),
                profile.daysPerWeek(),
                setting(profile.location()),
                equipment(profile.equipment()),
                limitations,
                doctorFirst);
    }

    private static @Nullable Gender gender(@Nullable String code) {
        return switch (code) {
            case "male" -> Gender.MALE;
            case "female" -> Gender.FEMALE;
            case null, default -> null;
        };
    }

    private static Setting setting(@Nullable String code) {
        return switch (code) {
            case "gym" -> Setting.GYM;
            case "outdoor", "outdoors" -> Setting.OUTDOORS;
            case null, default -> Setting.HOME;
        };
    }

    private static Set<Equipment> equipment(Collection<String> codes) {
        Set<Equipment> equipment = EnumSet.noneOf(Equipment.class);
        for (String code : codes) {
            switch (code) {
                case "dumbbells" -> equipment.add(Equipment.DUMBBELLS);
                case "barbell" -> equipment.add(Equipment.BARBELL);
                case "pull_up_bar" -> equipment.add(Equipment.PULL_UP_BAR);
                case "parallel_bars" -> equipment.add(Equipment.DIP_BARS);
                case "bands" -> equipment.add(Equipment.BANDS);
                case "kettlebell" -> equipment.add(Equipment.KETTLEBELL);
                case "bench" -> equipment.add(Equipment.BENCH);
                case "trx" -> equipment.add(Equipment.SUSPENSION);
                case "ball" -> equipment.add(Equipment.BALL);
                case "jump_rope" -> equipment.add(Equipment.ROPE);
                default -> equipment.addAll(Equipment.mentionedIn(code));
            }
        }
        return equipment;
    }

    private static Optional<String> read(@Nullable String code) {
        return Optional.ofNullable(code);
    }

    private static @Nullable Double kilograms(@Nullable BigDecimal weight) {
        return weight == null ? null : weight.doubleValue();
    }
}
