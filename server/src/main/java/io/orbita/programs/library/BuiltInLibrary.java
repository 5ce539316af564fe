package io.orbita.programs.library;

import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.sheet.SheetOutcome;
import io.orbita.programs.sheet.TemplateSheets;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The committed sheets of the distribution: the default library and everybody's reserve. */
public final class BuiltInLibrary {
    private BuiltInLibrary() {}

    /** «Women_12w_2.csv»: where a gender's sheet lies under {@code /programs/library}. */
    public static String fileName(Gender gender) {
        return gender.prefix() + "_12w_2.csv";
    }

    /** The sheet as it is committed, UTF-8. */
    public static byte[] sheet(Gender gender) {
        String resource = "/programs/library/" + fileName(gender);
        try (InputStream in = BuiltInLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The templates of one gender. */
    public static List<Template> templates(Gender gender, Exercises exercises) {
        return switch (new TemplateSheets(exercises).read(sheet(gender), null, gender)) {
            case SheetOutcome.Accepted accepted -> accepted.templates();
            case SheetOutcome.Refused refused ->
                throw new IllegalStateException(refused.problems().getFirst().text());
        };
    }
}
