import java.util.ArrayList;
import java.util.List;

/** A table in Markdown: what was measured, the figure, its budget, and how it was measured. */
final class Table {
    private final List<String> rows = new ArrayList<>();

    /** @param budget the largest value that is good */
    void atMost(String what, double value, double budget, String unit, String how) {
        row(what, value, "≤ " + number(budget), value <= budget, unit, how);
    }

    /** @param budget the smallest value that is good */
    void atLeast(String what, double value, double budget, String unit, String how) {
        row(what, value, "≥ " + number(budget), value >= budget, unit, how);
    }

    /** A figure that is there to compare with. */
    void note(String what, double value, String unit, String how) {
        rows.add("| %s | %s %s | | | %s |".formatted(what, number(value), unit, how));
    }

    private void row(String what, double value, String budget, boolean good, String unit, String how) {
        rows.add("| %s | %s %s | %s | %s | %s |".formatted(what, number(value), unit, budget, good ? "yes" : "**no**", how));
    }

    private static String number(double value) {
        return value >= 100 ? Long.toString(Math.round(value)) : "%.2f".formatted(value);
    }

    @Override
    public String toString() {
        return "| what | measured | budget | kept | how |\n|---|---|---|---|---|\n" + String.join("\n", rows);
    }
}
