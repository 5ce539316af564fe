package io.orbita.clients;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client told about themselves; null and empty mean «not known». Closed values are the codes of the questionnaire.
 *
 * @param gender {@code male} or {@code female}
 * @param age 14–90 years
 * @param experience {@code beginner}, {@code intermediate}, {@code advanced}
 * @param goal {@code weight_loss}, {@code muscle}, {@code shape}, {@code endurance}
 * @param heightCm 120–230
 * @param weightKg 35–250, one decimal
 * @param lifestyle {@code sedentary}, {@code moderate}, {@code active}
 * @param daysPerWeek 2–6
 * @param location {@code home}, {@code gym}, {@code outdoor}
 * @param equipment codes of the questionnaire
 * @param limitations {@code knees}, {@code back}, {@code shoulders}, {@code heart}, {@code pregnancy}, {@code other}
 * @param limitationsText in the client's words
 * @param custom answers to the owner's own questions by key
 */
public record Profile(
        @Nullable String gender,
        @Nullable Integer age,
        @Nullable String experience,
        @Nullable String goal,
        @Nullable Integer heightCm,
        @Nullable BigDecimal weightKg,
        @Nullable String lifestyle,
        @Nullable Integer daysPerWeek,
        @Nullable String location,
        List<String> equipment,
        List<String> limitations,
        @Nullable String limitationsText,
        Map<String, Object> custom) {}
