package io.orbita.clients.imports;

import java.util.List;

/**
 * What is known of a table that was read through; its lines went by in chunks.
 *
 * @param format for people, for example «CSV, windows-1251, точка с запятой»
 * @param head the titles of the columns; made up when the file has none
 * @param first the first lines after the titles
 * @param rows how many lines there are, without titles and empty ones
 */
record Table(String format, List<String> head, List<Line> first, int rows) {
    /** One line; {@code line} is its number in the file, from 1. Never to be logged. */
    record Line(int line, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
