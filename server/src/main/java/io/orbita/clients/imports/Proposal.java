package io.orbita.clients.imports;

import io.orbita.clients.Identity;
import io.orbita.clients.fields.CustomField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Guesses which column goes where: by its title, or else by what stands in it. */
final class Proposal {
    private static final int SHOWN = 3;

    /** A column as the one who maps it sees it; {@code field} is the guess. */
    record Guess(
            int column,
            String title,
            List<String> samples,
            @Nullable String field) {}

    private Proposal() {}

    static List<Guess> of(Table table, List<CustomField> fields) {
        Set<Target> taken = EnumSet.noneOf(Target.class);
        Set<String> own = new HashSet<>();
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < table.head().size(); i++) {
            String title = table.head().get(i);
            List<String> cells = cells(table, i);
            Optional<String> field = Target.called(title)
                    .filter(target -> target.many() || taken.add(target))
                    .map(Target::field)
                    .or(() -> called(title, fields, own))
                    .or(() -> looking(cells));
            guesses.add(new Guess(i, title, cells.stream().limit(SHOWN).toList(), field.orElse(null)));
        }
        return splitNames(guesses);
    }

    /** «Имя» beside «Фамилия» is a first name. */
    private static List<Guess> splitNames(List<Guess> guesses) {
        boolean split =
                guesses.stream().anyMatch(guess -> Target.LAST_NAME.field().equals(guess.field()));
        return guesses.stream()
                .map(guess -> split && Target.NAME.field().equals(guess.field())
                        ? new Guess(guess.column(), guess.title(), guess.samples(), Target.FIRST_NAME.field())
                        : guess)
                .toList();
    }

    private static Optional<String> called(String title, List<CustomField> fields, Set<String> own) {
        String plain = title.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> !field.archived())
                .filter(field -> field.title().toLowerCase(Locale.ROOT).equals(plain)
                        || field.key().equals(plain))
                .map(field -> RowReader.CUSTOM + field.key())
                .filter(own::add)
                .findFirst();
    }

    private static Optional<String> looking(List<String> cells) {
        if (mostly(cells, cell -> Identity.email(cell).isPresent())) {
            return Optional.of(Target.EMAILS.field());
        }
        return mostly(cells, cell -> cell.length() >= 10 && Identity.phone(cell).isPresent())
                ? Optional.of(Target.PHONES.field())
                : Optional.empty();
    }

    private static boolean mostly(List<String> cells, Predicate<String> fits) {
        return !cells.isEmpty() && cells.stream().filter(fits).count() * 10 >= cells.size() * 8L;
    }

    private static List<String> cells(Table table, int column) {
        return table.first().stream()
                .map(line -> line.cell(column))
                .filter(cell -> !cell.isEmpty())
                .map(cell -> cell.length() > 100 ? cell.substring(0, 100) : cell)
                .toList();
    }
}
