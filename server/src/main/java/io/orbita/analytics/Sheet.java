package io.orbita.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A report while it is reckoned: for each row and figure what every person contributes, and the same over all rows. */
final class Sheet {
    /** The key of the row over all rows. */
    static final String TOTAL = "total";

    /**
     * A number as it is shown: one of the first four.
     *
     * @param ratio four decimals; one for a score from -100 to 100
     * @param people how many clients are behind it, for a number that opens them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Value(
            @Nullable Long count,
            @Nullable Money money,
            @Nullable BigDecimal ratio,
            @Nullable Long seconds,
            @Nullable Integer people) {
        private static final Value NONE = new Value(null, null, null, null, null);
    }

    /** A row as it is shown; {@code title} is empty where the key says all. */
    record Row(String key, String title, Map<String, Value> values) {}

    private final List<Measure> measures;
    private final String currency;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, Map<Measure, NavigableMap<Long, Long>>> tallies = new HashMap<>();
    private final Map<String, List<Long>> seconds = new HashMap<>();

    Sheet(List<Measure> measures, String currency) {
        this.measures = measures;
        this.currency = currency;
    }

    /** Names a row; rows stand in the order in which they were named. */
    Sheet row(String key, String title) {
        titles.putIfAbsent(key, title);
        return this;
    }

    /** One person more, however often it is said. */
    void mark(String row, Measure measure, long person) {
        for (String key : List.of(row, TOTAL)) {
            tally(key, measure).put(person, 1L);
        }
    }

    /** So much more by that person. */
    void add(String row, Measure measure, long person, long amount) {
        for (String key : row.equals(TOTAL) ? List.of(TOTAL) : List.of(row, TOTAL)) {
            tally(key, measure).merge(person, amount, Long::sum);
        }
    }

    /** One time more for the median. */
    void time(String row, long length) {
        seconds.computeIfAbsent(row, _ -> new ArrayList<>()).add(length);
    }

    /** What each person contributes to a number; whoever contributes nothing is left out. */
    NavigableMap<Long, Long> people(String row, Measure measure) {
        var people = new TreeMap<>(read(row, measure));
        people.values().removeIf(amount -> amount == 0);
        return people;
    }

    boolean has(String row) {
        return row.equals(TOTAL) || titles.containsKey(row);
    }

    List<Measure> measures() {
        return measures;
    }

    List<Row> rows() {
        return titles.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), measures))
                .toList();
    }

    Row total() {
        return row(TOTAL, "", measures);
    }

    Value value(Measure measure, long amount) {
        return measure.kind() == Kind.MONEY
                ? new Value(null, new Money(amount, currency), null, null, null)
                : new Value(amount, null, null, null, null);
    }

    private Row row(String key, String title, List<Measure> shown) {
        Map<String, Value> values = new LinkedHashMap<>();
        shown.forEach(measure -> values.put(measure.key(), value(key, measure)));
        return new Row(key, title, values);
    }

    private Value value(String row, Measure measure) {
        return switch (measure.kind()) {
            case PEOPLE, COUNT ->
                new Value(
                        sum(row, measure),
                        null,
                        null,
                        null,
                        people(row, measure).size());
            case MONEY ->
                new Value(
                        null,
                        new Money(sum(row, measure), currency),
                        null,
                        null,
                        people(row, measure).size());
            case SPENT -> new Value(null, new Money(sum(row, measure), currency), null, null, null);
            case TALLY -> new Value(sum(row, measure), null, null, null, null);
            case BALANCE -> {
                long net = sum(row, measure.part()) - sum(row, Measure.NPS_DETRACTORS);
                BigDecimal score = divided(net * 100, sum(row, measure.whole()), 1);
                yield new Value(null, null, score, null, null);
            }
            case MARGIN ->
                new Value(
                        null,
                        new Money(sum(row, measure.part()) - sum(row, measure.whole()), currency),
                        null,
                        null,
                        null);
            case MARGIN_SHARE -> ratio(sum(row, measure.part()) - sum(row, measure.whole()), sum(row, measure.part()));
            case RETURN -> ratio(sum(row, measure.part()) - sum(row, measure.whole()), sum(row, measure.whole()));
            case AVERAGE -> {
                BigDecimal average = divided(sum(row, measure.part()), sum(row, measure.whole()), 0);
                yield average == null
                        ? Value.NONE
                        : new Value(null, new Money(average.longValueExact(), currency), null, null, null);
            }
            case RATIO -> ratio(sum(row, measure.part()), sum(row, measure.whole()));
            case SHARE_OF_TOTAL -> ratio(sum(row, measure.part()), sum(TOTAL, measure.whole()));
            case MEDIAN -> {
                List<Long> times =
                        seconds.getOrDefault(row, List.of()).stream().sorted().toList();
                yield times.isEmpty()
                        ? Value.NONE
                        : new Value(null, null, null, times.get((times.size() - 1) / 2), null);
            }
        };
    }

    private static Value ratio(long part, long whole) {
        return new Value(null, null, divided(part, whole, 4), null, null);
    }

    private static @Nullable BigDecimal divided(long part, long whole, int decimals) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }

    private long sum(String row, Measure measure) {
        return read(row, measure).values().stream().mapToLong(Long::longValue).sum();
    }

    private NavigableMap<Long, Long> read(String row, Measure measure) {
        return tallies.getOrDefault(row, Map.of()).getOrDefault(measure, Collections.emptyNavigableMap());
    }

    private NavigableMap<Long, Long> tally(String row, Measure measure) {
        return tallies.computeIfAbsent(row, _ -> new EnumMap<>(Measure.class))
                .computeIfAbsent(measure, _ -> new TreeMap<>());
    }
}
