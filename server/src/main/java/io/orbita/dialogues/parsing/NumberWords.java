package io.orbita.dialogues.parsing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns «сто семьдесят пять» into 175, for those who dictate. Up to 299; all else is left as it is. */
final class NumberWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}+|[^\\p{L}]+");
    private static final Map<String, Integer> VALUES = values();

    private NumberWords() {}

    static String toDigits(String plain) {
        var out = new StringBuilder(plain.length());
        int sum = -1;
        int room = 0;
        String gap = "";
        var parts = WORD.matcher(plain);
        while (parts.find()) {
            String part = parts.group();
            if (part.isBlank() && sum >= 0) {
                gap = part;
                continue;
            }
            Integer value = VALUES.get(part);
            if (value == null || sum < 0 || value >= room) {
                if (sum >= 0) {
                    out.append(sum).append(gap);
                }
                sum = value == null ? -1 : value;
                if (value == null) {
                    out.append(part);
                }
            } else {
                sum += value;
            }
            gap = "";
            room = value == null ? 0 : roomAfter(value);
        }
        if (sum >= 0) {
            out.append(sum).append(gap);
        }
        return out.toString();
    }

    /** What may follow in the same number: tens after hundreds, units after tens, nothing after the rest. */
    private static int roomAfter(int value) {
        if (value >= 100) {
            return 100;
        }
        return value >= 20 ? 10 : 0;
    }

    private static Map<String, Integer> values() {
        var values = new HashMap<String, Integer>();
        var small = List.of(
                "ноль",
                "один",
                "два",
                "три",
                "четыре",
                "пять",
                "шесть",
                "семь",
                "восемь",
                "девять",
                "десять",
                "одиннадцать",
                "двенадцать",
                "тринадцать",
                "четырнадцать",
                "пятнадцать",
                "шестнадцать",
                "семнадцать",
                "восемнадцать",
                "девятнадцать");
        for (int i = 0; i < small.size(); i++) {
            values.put(small.get(i), i);
        }
        values.put("одна", 1);
        values.put("две", 2);
        var tens = List.of(
                "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто");
        for (int i = 0; i < tens.size(); i++) {
            values.put(tens.get(i), 20 + 10 * i);
        }
        values.put("сто", 100);
        values.put("двести", 200);
        return Map.copyOf(values);
    }
}
