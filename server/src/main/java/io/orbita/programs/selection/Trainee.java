package io.orbita.programs.selection;

import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client as the rules see them; null is «not known».
 *
 * @param age full years
 * @param heightCm centimetres
 * @param weightKg kilograms
 * @param daysPerWeek how many days they want to train
 * @param equipment what they have; in a gym everything is there anyway
 * @param limitations what must be spared
 * @param doctorFirst whether an answer about health calls for a doctor's word before the first session
 */
public record Trainee(
        @Nullable Gender gender,
        @Nullable Integer age,
        @Nullable Experience experience,
        @Nullable Goal goal,
        @Nullable Integer heightCm,
        @Nullable Double weightKg,
        @Nullable Integer daysPerWeek,
        Setting setting,
        Set<Equipment> equipment,
        Set<Risk> limitations,
        boolean doctorFirst) {
    private static final double HEAVY = 30;
    private static final int ELDER = 56;
    private static final int USUAL_DAYS = 3;

    public Trainee {
        equipment = Set.copyOf(equipment);
        limitations = Set.copyOf(limitations);
    }

    /** What there is to train with. */
    public Set<Equipment> tools() {
        Set<Equipment> tools = EnumSet.noneOf(Equipment.class);
        tools.addAll(equipment);
        switch (setting) {
            case GYM -> tools.addAll(Equipment.gym());
            case OUTDOORS -> tools.addAll(Equipment.yard());
            case HOME -> {}
        }
        return tools;
    }

    /** What must be spared: their limitations, and jumps from 56 years or a body mass index of 30 on. */
    public Set<Risk> risks() {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        risks.addAll(limitations);
        if ((age != null && age >= ELDER) || bodyMassIndex() >= HEAVY) {
            risks.add(Risk.IMPACT);
        }
        return risks;
    }

    /** Kilograms by square metre; 0 when height or weight is not known. */
    public double bodyMassIndex() {
        return heightCm == null || weightKg == null ? 0 : weightKg / Math.pow(heightCm / 100.0, 2);
    }

    /** Whether the heart or a pregnancy asks for gentle work. */
    public boolean fragile() {
        return limitations.contains(Risk.HEART) || limitations.contains(Risk.PREGNANCY);
    }

    /** Their experience; a beginner when not known. */
    public Experience level() {
        return experience == null ? Experience.BEGINNER : experience;
    }

    /** Their goal; recomposition, which harms nobody, when not known. */
    public Goal aim() {
        return goal == null ? Goal.RECOMPOSITION : goal;
    }

    /** Days a week; 3 when not known. */
    public int days() {
        return daysPerWeek == null ? USUAL_DAYS : daysPerWeek;
    }
}
