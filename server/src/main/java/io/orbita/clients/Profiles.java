package io.orbita.clients;

import io.orbita.platform.live.News;
import io.orbita.platform.tenancy.BusinessId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What clients told about themselves; it stands on the card that stands for the person. */
@Component
class Profiles {
    static final String COLUMNS = """
            gender, birth_date, age, experience, goal, height_cm, weight_kg, lifestyle, days_per_week, location, equipment, limitations,
            limitations_text, custom
            """;
    private static final int MOST_CUSTOM = 200;
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final News news;
    private final Clock clock;

    Profiles(JdbcClient jdbc, JsonMapper json, News news, Clock clock) {
        this.news = news;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Profile of(BusinessId business, long standing) {
        return jdbc.sql("select " + COLUMNS + " from clients.client where business_id = :business and id = :client")
                .param("business", business.value())
                .param("client", standing)
                .query((row, _) -> read(row))
                .single();
    }

    /** As {@link #of(BusinessId, long)}, of many cards with one query. */
    Map<Long, Profile> of(BusinessId business, Collection<Long> standing) {
        Map<Long, Profile> found = new HashMap<>();
        jdbc.sql("select id, " + COLUMNS + " from clients.client where business_id = :business and id = any(:clients)")
                .param("business", business.value())
                .param("clients", standing.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("id"), read(row));
                });
        return found;
    }

    Profile read(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("gender"),
                age(row.getObject("birth_date", LocalDate.class), row.getObject("age", Integer.class)),
                row.getString("experience"),
                row.getString("goal"),
                row.getObject("height_cm", Integer.class),
                row.getBigDecimal("weight_kg"),
                row.getString("lifestyle"),
                row.getObject("days_per_week", Integer.class),
                row.getString("location"),
                texts(row.getArray("equipment")),
                texts(row.getArray("limitations")),
                row.getString("limitations_text"),
                json.readValue(row.getString("custom"), FIELDS));
    }

    /** As told, or reckoned from the birth date when that is known. */
    private @Nullable Integer age(@Nullable LocalDate birthDate, @Nullable Integer told) {
        if (birthDate == null) {
            return told;
        }
        int years = Period.between(birthDate, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .getYears();
        return years >= 14 && years <= 90 ? Integer.valueOf(years) : told;
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** Lays the facts over the profile of a locked card. */
    void learn(BusinessId business, long standing, Map<String, Object> facts) {
        write(business, standing, over(of(business, standing), facts));
    }

    void write(BusinessId business, long standing, Profile profile) {
        jdbc.sql("""
                        update clients.client
                           set gender = :gender, age = :age, experience = :experience, goal = :goal, height_cm = :height, weight_kg = :weight,
                               lifestyle = :lifestyle, days_per_week = :days, location = :location, equipment = :equipment,
                               limitations = :limitations, limitations_text = :limitationsText, custom = :custom::jsonb, version = version + 1
                         where business_id = :business and id = :client
                        """)
                .param("business", business.value())
                .param("client", standing)
                .param("gender", profile.gender())
                .param("age", profile.age())
                .param("experience", profile.experience())
                .param("goal", profile.goal())
                .param("height", profile.heightCm())
                .param("weight", profile.weightKg())
                .param("lifestyle", profile.lifestyle())
                .param("days", profile.daysPerWeek())
                .param("location", profile.location())
                .param("equipment", profile.equipment().toArray(String[]::new))
                .param("limitations", profile.limitations().toArray(String[]::new))
                .param("limitationsText", profile.limitationsText())
                .param("custom", json.writeValueAsString(profile.custom()))
                .update();
        news.tell(business, "client", standing, standing);
    }

    /**
     * The profile with the facts laid over it; a null fact takes the former one away.
     *
     * @throws IllegalArgumentException when a known key has a value of another type
     */
    static Profile over(Profile before, Map<String, Object> facts) {
        var own = new LinkedHashMap<>(before.custom());
        var known = new LinkedHashMap<String, @Nullable Object>();
        facts.forEach((key, value) -> {
            if (KNOWN.contains(key)) {
                known.put(key, value);
            } else if (own.size() < MOST_CUSTOM || own.containsKey(key)) {
                own.put(key, value);
            }
        });
        return new Profile(
                text(known, "gender", before.gender()),
                whole(known, "age", before.age()),
                text(known, "experience", before.experience()),
                text(known, "goal", before.goal()),
                whole(known, "height_cm", before.heightCm()),
                decimal(known, "weight_kg", before.weightKg()),
                text(known, "lifestyle", before.lifestyle()),
                whole(known, "days_per_week", before.daysPerWeek()),
                text(known, "location", before.location()),
                list(known, "equipment", before.equipment()),
                list(known, "limitations", before.limitations()),
                text(known, "limitations_text", before.limitationsText()),
                own);
    }

    private static final List<String> KNOWN = List.of(
            "gender",
            "age",
            "experience",
            "goal",
            "height_cm",
            "weight_kg",
            "lifestyle",
            "days_per_week",
            "location",
            "equipment",
            "limitations",
            "limitations_text");

    private static @Nullable String text(Map<String, @Nullable Object> facts, String key, @Nullable String before) {
        Object value = facts.getOrDefault(key, before);
        return value == null ? null : value.toString();
    }

    private static @Nullable Integer whole(Map<String, @Nullable Object> facts, String key, @Nullable Integer before) {
        BigDecimal value = decimal(facts, key, before == null ? null : BigDecimal.valueOf(before));
        return value == null ? null : value.intValueExact();
    }

    private static @Nullable BigDecimal decimal(
            Map<String, @Nullable Object> facts, String key, @Nullable BigDecimal before) {
        Object value = facts.getOrDefault(key, before);
        return value == null ? null : new BigDecimal(value.toString()).setScale(1, RoundingMode.HALF_UP);
    }

    private static List<String> list(Map<String, @Nullable Object> facts, String key, List<String> before) {
        Object value = facts.getOrDefault(key, before);
        return switch (value) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(value.toString());
        };
    }
}
