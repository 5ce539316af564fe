package io.orbita.programs.sheet;

import io.orbita.programs.template.Template;
import java.util.List;

/** What came of reading a sheet: a whole good library, or a refusal that says why. */
public sealed interface SheetOutcome {
    /**
     * Every template of the sheet is whole.
     *
     * @param templates in the order of the sheet, at least one
     * @param warnings what was mended or could not be understood without harm
     */
    record Accepted(List<Template> templates, List<SheetRemark> warnings) implements SheetOutcome {
        public Accepted {
            templates = List.copyOf(templates);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Nothing of the sheet may be used.
     *
     * @param problems at least one, at most {@link Remarks#MOST} and a last one that counts the rest
     * @param warnings what else was noticed
     */
    record Refused(List<SheetRemark> problems, List<SheetRemark> warnings) implements SheetOutcome {
        public Refused {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }
}
