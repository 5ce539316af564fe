package io.orbita.dialogues.parsing;

import io.orbita.dialogues.questionnaire.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the numbers in a text, each with the unit or the word that stands with it. */
final class Quantities {

    /**
     * @param unit what it surely counts; null when the text does not say
     * @param foreign counts something that is never asked for, pounds or inches
     */
    record Quantity(BigDecimal value, @Nullable Unit unit, boolean foreign) {}

    private static final Pattern TOKEN = Pattern.compile("\\d+(?:[.,]\\d+)?|\\p{L}+");
    private static final Pattern LETTER_O = Pattern.compile("(?<=\\d)о(?=\\d|$|[^\\p{L}\\d])");
    private static final Pattern LETTER_L = Pattern.compile("(?<![\\p{L}\\d])[li|](?=\\d)");
    private static final Pattern HALF = Pattern.compile("(\\d+) с половиной");
    private static final Pattern NEGATIVE = Pattern.compile("-\\s?\\d+(?:[.,]\\d+)?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final List<Saying> KILOGRAMS = sayings("кг", "kg", "кило*", "kilo*");
    private static final List<Saying> GRAMS = sayings("г", "гр", "грамм*", "g");
    private static final List<Saying> CENTIMETRES = sayings("см", "сантим*", "centim*");
    private static final List<Saying> METRES = sayings("м", "метр*", "meter*", "metre*");
    private static final List<Saying> YEARS = sayings("лет", "год*", "years", "year", "летний", "летняя");
    private static final List<Saying> DAYS = sayings("дн*", "день", "раз", "раза", "days", "р");
    private static final List<Saying> FOREIGN = sayings("lb", "lbs", "фунт*", "ft", "feet", "фут*", "дюйм*", "inch*");
    private static final List<Saying> HEIGHT = sayings("рост*", "height");
    private static final List<Saying> WEIGHT = sayings("вес", "весу", "вешу", "weight");
    private static final List<Saying> AGE = sayings("возраст*", "age");

    private final Unit wanted;
    private final List<String> tokens = new ArrayList<>();
    private final List<Quantity> found = new ArrayList<>();
    private @Nullable Unit label;

    private Quantities(String plain, Unit wanted) {
        this.wanted = wanted;
        String digits =
                LETTER_L.matcher(LETTER_O.matcher(plain).replaceAll("0")).replaceAll("1");
        String numbers = HALF.matcher(NumberWords.toDigits(digits)).replaceAll("$1,5");
        var all = TOKEN.matcher(numbers);
        while (all.find()) {
            tokens.add(all.group());
        }
    }

    /** All numbers of a plain text; metres come out as centimetres, kilograms and grams as one. */
    static List<Quantity> in(String plain, Unit wanted) {
        if (NEGATIVE.matcher(plain).matches()) {
            return List.of(new Quantity(number(plain.substring(1).strip()).negate(), null, false));
        }
        var reading = new Quantities(plain, wanted);
        reading.read();
        return List.copyOf(reading.found);
    }

    private void read() {
        boolean labelsFollow = !tokens.isEmpty() && isNumber(0);
        for (int i = 0; i < tokens.size(); ) {
            if (isNumber(i)) {
                i = readNumber(i, labelsFollow);
            } else if (is(METRES, i) && isWhole(i + 1, 2)) {
                add(HUNDRED.add(underAMetre(i + 1)), Unit.CENTIMETRES, false);
                i = afterUnit(i + 2, CENTIMETRES);
            } else {
                label = labelsFollow ? label : labelAt(i, label);
                i++;
            }
        }
    }

    private int readNumber(int i, boolean labelsFollow) {
        var value = number(tokens.get(i));
        int next = i + 1;
        if (is(METRES, next)) {
            boolean more = isWhole(next + 1, 2) && value.scale() <= 0;
            var extra = more ? underAMetre(next + 1) : BigDecimal.ZERO;
            add(value.multiply(HUNDRED).add(extra), Unit.CENTIMETRES, false);
            return more ? afterUnit(next + 2, CENTIMETRES) : next + 1;
        }
        if (is(KILOGRAMS, next)) {
            boolean more = isWhole(next + 1, 3) && is(GRAMS, next + 2);
            var grams = more ? number(tokens.get(next + 1)).movePointLeft(3) : BigDecimal.ZERO;
            add(value.add(grams), Unit.KILOGRAMS, false);
            return more ? next + 3 : next + 1;
        }
        if (is(CENTIMETRES, next)) {
            add(value, Unit.CENTIMETRES, false);
            return next + 1;
        }
        if (is(YEARS, next) || is(DAYS, next)) {
            add(value, is(YEARS, next) ? Unit.YEARS : Unit.DAYS, false);
            return next + 1;
        }
        if (is(FOREIGN, next)) {
            add(value, null, true);
            return next + 1;
        }
        if (wanted == Unit.CENTIMETRES && metresWithoutAWord(value)) {
            boolean apart =
                    value.scale() <= 0 && isWhole(next, 2) && tokens.get(next).length() == 2;
            if (apart) {
                add(value.multiply(HUNDRED).add(number(tokens.get(next))), Unit.CENTIMETRES, false);
                return afterUnit(next + 1, CENTIMETRES);
            }
            if (value.scale() > 0) {
                add(value.multiply(HUNDRED), Unit.CENTIMETRES, false);
                return next;
            }
        }
        Unit following = labelsFollow ? labelAt(next, null) : null;
        add(value, following == null ? label : following, false);
        return next;
    }

    private void add(BigDecimal value, @Nullable Unit unit, boolean foreign) {
        found.add(new Quantity(value, unit, foreign));
        label = null;
    }

    /** «1,75», «1 75», «2.05»: nobody is that many centimetres tall. */
    private static boolean metresWithoutAWord(BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) >= 0 && value.compareTo(BigDecimal.valueOf(3)) < 0;
    }

    /** «метр 8» is 180: tens are meant when one digit stands alone. */
    private BigDecimal underAMetre(int i) {
        var value = number(tokens.get(i));
        return tokens.get(i).length() == 1 && !is(CENTIMETRES, i + 1) ? value.movePointRight(1) : value;
    }

    private int afterUnit(int i, List<Saying> unit) {
        return is(unit, i) ? i + 1 : i;
    }

    private @Nullable Unit labelAt(int i, @Nullable Unit otherwise) {
        if (is(HEIGHT, i)) {
            return Unit.CENTIMETRES;
        }
        if (is(WEIGHT, i)) {
            return Unit.KILOGRAMS;
        }
        return is(AGE, i) ? Unit.YEARS : otherwise;
    }

    private boolean isNumber(int i) {
        return i < tokens.size() && Character.isDigit(tokens.get(i).charAt(0));
    }

    private boolean isWhole(int i, int mostDigits) {
        return isNumber(i)
                && tokens.get(i).length() <= mostDigits
                && tokens.get(i).chars().allMatch(Character::isDigit);
    }

    private boolean is(List<Saying> unit, int i) {
        return i < tokens.size()
                && unit.stream().anyMatch(saying -> saying.isAllOf(new Words(List.of(tokens.get(i))), false));
    }

    private static BigDecimal number(String token) {
        String digits = token.replace(',', '.');
        return new BigDecimal(digits.length() > 40 ? digits.substring(0, 40).replaceAll("[^0-9]", "9") : digits);
    }

    private static List<Saying> sayings(String... texts) {
        return Arrays.stream(texts).map(Saying::of).toList();
    }
}
