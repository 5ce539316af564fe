package io.orbita.programs.selection;

import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A woman of 30, a beginner, at home with dumbbells and bands, for fat loss, three days a week; change what matters. */
public final class TraineeBuilder {
    private @Nullable Gender gender = Gender.FEMALE;
    private @Nullable Integer age = 30;
    private @Nullable Experience experience = Experience.BEGINNER;
    private @Nullable Goal goal = Goal.FAT_LOSS;
    private @Nullable Integer height = 168;
    private @Nullable Double weight = 65.0;
    private @Nullable Integer days = 3;
    private Setting setting = Setting.HOME;
    private Set<Equipment> equipment = Set.of(Equipment.DUMBBELLS, Equipment.BANDS);
    private Set<Risk> limitations = Set.of();
    private boolean doctorFirst;

    public static TraineeBuilder aTrainee() {
        return new TraineeBuilder();
    }

    public TraineeBuilder gender(@Nullable Gender value) {
        gender = value;
        return this;
    }

    public TraineeBuilder age(@Nullable Integer value) {
        age = value;
        return this;
    }

    public TraineeBuilder experience(@Nullable Experience value) {
        experience = value;
        return this;
    }

    public TraineeBuilder goal(@Nullable Goal value) {
        goal = value;
        return this;
    }

    public TraineeBuilder body(@Nullable Integer heightCm, @Nullable Double weightKg) {
        height = heightCm;
        weight = weightKg;
        return this;
    }

    public TraineeBuilder days(@Nullable Integer value) {
        days = value;
        return this;
    }

    public TraineeBuilder at(Setting value, Equipment... things) {
        setting = value;
        equipment = Set.of(things);
        return this;
    }

    public TraineeBuilder sparing(Risk... risks) {
        limitations = Set.of(risks);
        doctorFirst = limitations.contains(Risk.HEART) || limitations.contains(Risk.PREGNANCY);
        return this;
    }

    public Trainee build() {
        return new Trainee(
                gender, age, experience, goal, height, weight, days, setting, equipment, limitations, doctorFirst);
    }
}
