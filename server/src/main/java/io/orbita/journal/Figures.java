package io.orbita.journal;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The eleven figures as they come and go over the API: the weight in kilograms, girths in centimetres. */
record Figures(
        @Nullable BigDecimal weight,
        @Nullable BigDecimal chest,
        @Nullable BigDecimal waist,
        @Nullable BigDecimal lowerAbdomen,
        @Nullable BigDecimal glutes,
        @Nullable BigDecimal rightThigh,
        @Nullable BigDecimal leftThigh,
        @Nullable BigDecimal rightCalf,
        @Nullable BigDecimal leftCalf,
        @Nullable BigDecimal rightArm,
        @Nullable BigDecimal leftArm) {
    Map<Measure, BigDecimal> taken() {
        var taken = new EnumMap<Measure, BigDecimal>(Measure.class);
        put(taken, Measure.WEIGHT, weight);
        put(taken, Measure.CHEST, chest);
        put(taken, Measure.WAIST, waist);
        put(taken, Measure.LOWER_ABDOMEN, lowerAbdomen);
        put(taken, Measure.GLUTES, glutes);
        put(taken, Measure.RIGHT_THIGH, rightThigh);
        put(taken, Measure.LEFT_THIGH, leftThigh);
        put(taken, Measure.RIGHT_CALF, rightCalf);
        put(taken, Measure.LEFT_CALF, leftCalf);
        put(taken, Measure.RIGHT_ARM, rightArm);
        put(taken, Measure.LEFT_ARM, leftArm);
        return taken;
    }

    private static void put(Map<Measure, BigDecimal> taken, Measure measure, @Nullable BigDecimal value) {
        if (value != null) {
            taken.put(measure, value);
        }
    }
}
