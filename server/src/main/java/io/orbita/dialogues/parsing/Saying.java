package io.orbita.dialogues.parsing;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to say something: words in a row, a trailing star means «begins with». A whole word of a saying may carry a
 * slip of the finger: one in four to seven letters, two in more.
 */
record Saying(List<String> words) {

    static Saying of(String text) {
        var words = new ArrayList<String>();
        for (String part : text.split("\\s+")) {
            var plain = Words.of(part).words();
            words.addAll(plain);
            if (part.endsWith("*") && !plain.isEmpty()) {
                words.set(words.size() - 1, words.getLast() + "*");
            }
        }
        return new Saying(List.copyOf(words));
    }

    /** Whether the text is this saying and nothing else. */
    boolean isAllOf(Words text, boolean slips) {
        return !words.isEmpty() && text.size() == words.size() && standsAt(text, 0, slips);
    }

    /** Where in the text it stands, from the given place on; -1 when nowhere. */
    int in(Words text, int from, boolean slips) {
        if (!words.isEmpty()) {
            for (int place = from; place + words.size() <= text.size(); place++) {
                if (standsAt(text, place, slips)) {
                    return place;
                }
            }
        }
        return -1;
    }

    private boolean standsAt(Words text, int place, boolean slips) {
        for (int i = 0; i < words.size(); i++) {
            if (!same(words.get(i), text.at(place + i), slips)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String expected, String typed, boolean slips) {
        if (expected.endsWith("*")) {
            return typed.startsWith(expected.substring(0, expected.length() - 1));
        }
        if (expected.equals(typed)) {
            return true;
        }
        int allowed = expected.length() < 4 ? 0 : expected.length() < 8 ? 1 : 2;
        return slips
                && typed.length() >= 4
                && allowed > 0
                && Math.abs(expected.length() - typed.length()) <= allowed
                && slips(expected, typed) <= allowed;
    }

    /** Letters added, lost, changed or swapped with a neighbour (Damerau, optimal string alignment). */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
