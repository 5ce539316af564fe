package io.orbita.programs.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects remarks while a sheet is read; the same remark is kept once. */
final class Remarks {
    /** As many as a person reads; the rest is counted. */
    static final int MOST = 200;

    private final Set<SheetRemark> problems = new LinkedHashSet<>();
    private final Set<SheetRemark> warnings = new LinkedHashSet<>();

    void problem(int row, @Nullable String column, String what, String advice) {
        problems.add(new SheetRemark(row, column, what, advice));
    }

    void problem(String what, String advice) {
        problems.add(SheetRemark.ofSheet(what, advice));
    }

    void warning(int row, @Nullable String column, String what, String advice) {
        warnings.add(new SheetRemark(row, column, what, advice));
    }

    void warning(String what, String advice) {
        warnings.add(SheetRemark.ofSheet(what, advice));
    }

    boolean refuse() {
        return !problems.isEmpty();
    }

    SheetOutcome.Refused refusal() {
        return new SheetOutcome.Refused(shortened(problems), warnings());
    }

    List<SheetRemark> warnings() {
        return shortened(warnings);
    }

    private static List<SheetRemark> shortened(Set<SheetRemark> remarks) {
        List<SheetRemark> all = new ArrayList<>(remarks);
        if (all.size() <= MOST) {
            return all;
        }
        List<SheetRemark> few = new ArrayList<>(all.subList(0, MOST));
        few.add(SheetRemark.ofSheet(
                "Это не всё: таких замечаний ещё " + (all.size() - MOST), "Исправьте эти, остальные покажем после"));
        return few;
    }
}
