package io.orbita.programs.template;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The repetitions of an exercise are text for people; this reads out of it what rules need. */
public final class Reps {
    /** How the owner's sheets mark the lighter week inside a cell. */
    public static final String DELOAD_MARK = "(-20% объёма)";

    private static final Pattern NUMBERS = Pattern.compile("^(\\d{1,3})(?:\\s*-\\s*(\\d{1,3}))?");
    private static final Pattern MARK = Pattern.compile("\\s*\\(\\s*-\\s*20\\s*%[^)]*\\)");
    private static final Pattern TIME = Pattern.compile("\\d\\s*(?:сек\\p{L}*|мин\\p{L}*|с(?=$|\\s*[/(]))");

    private Reps() {}

    /** Whether the cell counts seconds or minutes. */
    public static boolean isTime(String reps) {
        return TIME.matcher(Spelling.key(reps)).find();
    }

    /** Whether the cell carries the «-20%» mark of a lighter week. */
    public static boolean isMarkedLighter(String reps) {
        return MARK.matcher(Spelling.dashes(reps)).find();
    }

    /** The cell without the mark of a lighter week: «12 (-20% объёма)/нога» → «12/нога». */
    public static String withoutMark(String reps) {
        return MARK.matcher(Spelling.dashes(reps)).replaceAll("");
    }

    /** «/нога», «/рука», «/сторона», or nothing. */
    public static String side(String reps) {
        int slash = reps.indexOf('/');
        return slash < 0 ? "" : reps.substring(slash);
    }

    /** The middle of the range, repetitions or seconds as they stand; empty for «макс». */
    public static OptionalDouble middle(String reps) {
        Matcher numbers = NUMBERS.matcher(Spelling.dashes(Spelling.tidy(reps)));
        if (!numbers.find()) {
            return OptionalDouble.empty();
        }
        int first = Integer.parseInt(numbers.group(1));
        int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
        return OptionalDouble.of((first + last) / 2.0);
    }

    /** The lighter week's cell after {@code reps}: the low end of the range, with the mark: «16-12/нога» → «12 (-20% объёма)/нога». */
    public static String lighter(String reps) {
        String plain = withoutMark(reps);
        String side = side(plain);
        String count = side.isEmpty() ? plain : plain.substring(0, plain.length() - side.length());
        Matcher numbers = NUMBERS.matcher(Spelling.dashes(count));
        if (numbers.find() && numbers.group(2) != null) {
            int low = Math.min(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
            count = low + count.substring(numbers.end());
        }
        return count.strip() + " " + DELOAD_MARK + side;
    }
}
