package io.orbita.programs.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Template;
import java.util.List;

/** A sheet goes in; templates with warnings, or the reasons against it, come out. */
abstract class SheetReading {
    final TemplateSheets sheets = new TemplateSheets(Exercises.builtIn());

    Template onlyTemplate(OwnersSheet sheet) {
        return accepted(sheet.csv()).templates().getFirst();
    }

    SheetOutcome.Accepted accepted(byte[] file) {
        SheetOutcome outcome = sheets.read(file, null, null);
        if (outcome instanceof SheetOutcome.Refused refused) {
            throw new AssertionError(
                    refused.problems().stream().map(SheetRemark::text).toList());
        }
        return (SheetOutcome.Accepted) outcome;
    }

    List<SheetRemark> refused(byte[] file) {
        SheetOutcome outcome = sheets.read(file, null, Gender.FEMALE);
        assertThat(outcome).isInstanceOf(SheetOutcome.Refused.class);
        return ((SheetOutcome.Refused) outcome).problems();
    }
}
