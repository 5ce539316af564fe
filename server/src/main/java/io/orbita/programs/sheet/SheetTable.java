package io.orbita.programs.sheet;

import java.util.List;

/** The cells of one tab as text, whatever file they came in. */
record SheetTable(List<Line> lines) {
    /**
     * One row.
     *
     * @param row the number that the spreadsheet shows, from 1
     */
    record Line(int row, List<String> cells) {
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }
}
