package io.orbita.programs.exercise;

/**
 * How heavy an exercise begins.
 *
 * @param tool what the weight is put on
 * @param share of the body weight of a man of middle experience for about 12 repetitions, per item where there are two
 */
public record LoadRule(Tool tool, double share) {
    /** What the weight is put on. */
    public enum Tool {
        ONE_ITEM,
        PAIR,
        BARBELL,
        MACHINE
    }

    /** Reads «2:0.12»: a pair, 0.12 of the body weight each. */
    static LoadRule of(String text) {
        String[] parts = text.split(":", 2);
        Tool tool = switch (parts[0]) {
            case "1" -> Tool.ONE_ITEM;
            case "2" -> Tool.PAIR;
            case "ш" -> Tool.BARBELL;
            case "т" -> Tool.MACHINE;
            default -> throw new IllegalArgumentException("load " + text);
        };
        return new LoadRule(tool, Double.parseDouble(parts[1]));
    }
}
