package io.orbita.programs;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.content.Composition;
import io.orbita.programs.content.ProgramContent;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.library.BuiltInLibrary;
import io.orbita.programs.pdf.ProgramPdf;
import io.orbita.programs.selection.Choice;
import io.orbita.programs.selection.Dosage;
import io.orbita.programs.selection.Selection;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.sheet.TemplateSheets;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Template;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The tools that make programmes, each built at first use. Needs no database. */
@Component
class Workshop {
    private static final Logger log = LoggerFactory.getLogger(Workshop.class);

    private final SingletonSupplier<Exercises> exercises = SingletonSupplier.of(Exercises::builtIn);
    private final SingletonSupplier<Selection> selection = SingletonSupplier.of(() -> new Selection(exercises()));
    private final SingletonSupplier<Composition> composition = SingletonSupplier.of(() -> new Composition(exercises()));
    private final SingletonSupplier<ProgramPdf> pdf = SingletonSupplier.of(ProgramPdf::new);
    private final Map<Gender, SingletonSupplier<List<Template>>> library = new EnumMap<>(Gender.class);

    Workshop() {
        for (Gender gender : Gender.values()) {
            library.put(gender, SingletonSupplier.of(() -> BuiltInLibrary.templates(gender, exercises())));
        }
    }

    /** What was asked for. */
    record Order(BusinessId business, Trainee trainee, String name, int weeks, long seed) {}

    /**
     * Templates to choose from.
     *
     * @param own whether some of them come from the owner's sheet
     */
    record Shelf(List<Template> templates, boolean own) {}

    /** What was made; {@code origin} is {@code sheet} or {@code library}. */
    record Product(ProgramContent content, String origin, Explanation explanation) {}

    Exercises exercises() {
        return exercises.obtain();
    }

    TemplateSheets sheets() {
        return new TemplateSheets(exercises());
    }

    /** The distribution's templates of one gender; of both when it is not known. */
    List<Template> library(@Nullable Gender gender) {
        if (gender != null) {
            return java.util.Objects.requireNonNull(library.get(gender)).obtain();
        }
        var both = new ArrayList<Template>();
        for (Gender each : Gender.values()) {
            both.addAll(library(each));
        }
        return both;
    }

    /** Chooses and composes. The owner's sheet comes first; when nothing in it may be given, or it fails, the library stands in. */
    Product make(Order order, Shelf shelf) {
        String whyReserve = null;
        if (shelf.own()) {
            try {
                switch (selection.obtain().choose(shelf.templates(), order.trainee(), order.weeks())) {
                    case Choice.Chosen chosen -> {
                        return product(order, chosen, "sheet", null);
                    }
                    case Choice.NothingFits nothing -> whyReserve = String.join(". ", nothing.reasons());
                }
            } catch (RuntimeException e) {
                log.error("the sheet of business {} cannot be used for a programme", order.business(), e);
                whyReserve = "Шаблон из таблицы не удалось обработать";
            }
        }
        Choice choice = selection.obtain().choose(library(order.trainee().gender()), order.trainee(), order.weeks());
        return switch (choice) {
            case Choice.Chosen chosen -> product(order, chosen, "library", whyReserve);
            case Choice.NothingFits nothing ->
                throw new IllegalStateException("the library has nothing: " + nothing.reasons());
        };
    }

    /**
     * Composes of this one template, if the hard rules let the client have it.
     *
     * @throws ProgramRefusals.TemplateDoesNotFit with the rule that forbids it
     */
    Product makeOf(Order order, Template template, String origin) {
        return switch (selection.obtain().choose(List.of(template), order.trainee(), order.weeks())) {
            case Choice.Chosen chosen -> product(order, chosen, origin, null);
            case Choice.NothingFits nothing -> throw new ProgramRefusals.TemplateDoesNotFit(nothing.reasons());
        };
    }

    private Product product(Order order, Choice.Chosen chosen, String origin, @Nullable String whyReserve) {
        Choice.Candidate winner = chosen.winner();
        ProgramContent content =
                composition.obtain().compose(winner, order.trainee(), order.name(), order.weeks(), order.seed());
        return new Product(
                content,
                origin,
                new Explanation(
                        winner.template().profile(),
                        chosen.reasons(),
                        Dosage.of(winner.template(), order.trainee()).reasons(),
                        whyReserve));
    }

    /** The programme on paper. */
    byte[] print(ProgramContent content, String brand, @Nullable String link) {
        return pdf.obtain().print(content, brand, link);
    }
}
