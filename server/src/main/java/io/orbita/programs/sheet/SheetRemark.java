package io.orbita.programs.sheet;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or was mended, in a sheet; in Russian, for the owner.
 *
 * @param row the number that the spreadsheet shows, from 1; null when it concerns the whole sheet
 * @param column the header as the owner knows it («Ex4_Reps»); null when it concerns the whole row
 * @param what what is wrong
 * @param advice what to do about it
 */
public record SheetRemark(@Nullable Integer row, @Nullable String column, String what, String advice) {
    static SheetRemark ofSheet(String what, String advice) {
        return new SheetRemark(null, null, what, advice);
    }

    /** «Строка 17, столбец Ex4_Reps: пусто. Впишите повторения.» */
    public String text() {
        var text = new StringBuilder();
        if (row != null) {
            text.append("Строка ").append(row);
            if (column != null) {
                text.append(", столбец ").append(column);
            }
            text.append(": ");
        }
        return text.append(what).append(". ").append(advice).append('.').toString();
    }
}
