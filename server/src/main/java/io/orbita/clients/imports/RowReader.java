package io.orbita.clients.imports;

import io.orbita.clients.ClientEdit;
import io.orbita.clients.Identity;
import io.orbita.clients.fields.CustomField;
import io.orbita.clients.fields.Days;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one line into what it says of a card, or into the reasons why it cannot be taken. Made anew for each run: stages and staff may change. */
final class RowReader {
    static final String CUSTOM = "custom.";

    private static final Pattern BETWEEN = Pattern.compile("[,;|\\n]");
    private static final int MORNING = 9;

    /** What the names of a business mean. */
    record Names(Map<String, Long> stages, Map<String, Long> staff, Map<String, CustomField> fields, ZoneId zone) {}

    /**
     * What a line says.
     *
     * @param card fields of a card in snake case, only those that the line fills
     * @param reasons codes such as {@code phones.format@2}, with the column; empty when the line can be taken
     */
    record Parsed(
            Table.Line line, ObjectNode card, @Nullable Long stage, List<Identity> identities, List<String> reasons) {}

    private final ImportSettings settings;
    private final Names names;
    private final JsonMapper json;
    private final Validator validator;
    private final int columns;

    RowReader(ImportSettings settings, Names names, int columns, JsonMapper json, Validator validator) {
        this.settings = settings;
        this.names = names;
        this.columns = columns;
        this.json = json;
        this.validator = validator;
    }

    Parsed read(Table.Line line) {
        ObjectNode card = json.createObjectNode();
        List<String> reasons = new ArrayList<>();
        List<Identity> identities = new ArrayList<>();
        Map<Target, String> nameParts = new LinkedHashMap<>();
        Long stage = null;
        if (line.cells().stream().skip(columns).anyMatch(cell -> !cell.isEmpty())) {
            reasons.add("row.columns");
        }
        for (ImportSettings.Column column : settings.columns()) {
            String cell = line.cell(column.column());
            if (cell.isEmpty()) {
                continue;
            }
            String at = "@" + column.column();
            Optional<Target> target = Target.of(column.field());
            if (target.isEmpty()) {
                own(column.field().substring(CUSTOM.length()), cell, card, at, reasons);
                continue;
            }
            switch (target.get()) {
                case NAME, FIRST_NAME, LAST_NAME, MIDDLE_NAME -> nameParts.put(target.get(), cell);
                case PHONES -> contacts("phones", cell, Identity::phone, card, identities, at, reasons);
                case EMAILS -> contacts("emails", cell, Identity::email, card, identities, at, reasons);
                case TAGS, EQUIPMENT -> list(column.field(), cell, card);
                case STAGE -> {
                    stage = names.stages().get(key(cell));
                    if (stage == null) {
                        reasons.add("stage.unknown" + at);
                    }
                }
                case NOTES ->
                    card.put("notes", card.has("notes") ? card.path("notes").asString() + "\n" + cell : cell);
                default -> single(target.get(), cell, card, at, reasons);
            }
        }
        name(nameParts, card);
        if (identities.isEmpty() && !card.has("name") && !card.has("telegram_username") && reasons.isEmpty()) {
            reasons.add("row.nobody");
        }
        defaults(card);
        if (reasons.isEmpty()) {
            reasons.addAll(broken(card));
        }
        return new Parsed(line, card, stage, identities.stream().distinct().toList(), reasons);
    }

    private void single(Target target, String cell, ObjectNode card, String at, List<String> reasons) {
        boolean taken = switch (target) {
            case AGE, HEIGHT_CM, DAYS_PER_WEEK -> whole(target.field(), cell, card);
            case WEIGHT_KG -> number(target.field(), cell, card);
            case BIRTH_DATE ->
                Days.read(cell)
                        .map(day -> card.put(target.field(), day.toString()))
                        .isPresent();
            case NEXT_CONTACT_AT ->
                moment(cell)
                        .map(then -> card.put(target.field(), then.toString()))
                        .isPresent();
            case ASSIGNED_TO ->
                Optional.ofNullable(names.staff().get(key(cell)))
                        .map(user -> card.put(target.field(), user))
                        .isPresent();
            case GENDER -> {
                String code = target.code(cell);
                card.put(target.field(), code);
                yield code.equals("male") || code.equals("female");
            }
            case TELEGRAM_USERNAME -> {
                card.put(target.field(), cell.replaceFirst("^(https?://)?(t\\.me/|@)", ""));
                yield true;
            }
            default -> {
                card.put(target.field(), target.code(cell));
                yield true;
            }
        };
        if (!taken) {
            card.remove(target.field());
            reasons.add(target.field() + (target == Target.ASSIGNED_TO ? ".unknown" : ".format") + at);
        }
    }

    private void own(String key, String cell, ObjectNode card, String at, List<String> reasons) {
        CustomField field = names.fields().get(key);
        Optional<Object> value = field == null ? Optional.empty() : field.read(cell);
        if (value.isEmpty()) {
            reasons.add(CUSTOM + key + ".format" + at);
            return;
        }
        ObjectNode custom = card.path("custom") instanceof ObjectNode present ? present : card.putObject("custom");
        custom.set(key, json.valueToTree(value.get()));
    }

    private static void contacts(
            String field,
            String cell,
            java.util.function.Function<String, Optional<Identity>> reader,
            ObjectNode card,
            List<Identity> identities,
            String at,
            List<String> reasons) {
        Optional<Identity> whole = reader.apply(cell);
        List<Optional<Identity>> read = whole.isPresent()
                ? List.of(whole)
                : Arrays.stream(BETWEEN.split(cell))
                        .filter(part -> !part.isBlank())
                        .map(String::strip)
                        .map(reader)
                        .toList();
        if (read.isEmpty() || read.stream().anyMatch(Optional::isEmpty)) {
            reasons.add(field + ".format" + at);
            return;
        }
        ArrayNode values = card.path(field) instanceof ArrayNode present ? present : card.putArray(field);
        read.stream().flatMap(Optional::stream).distinct().forEach(identity -> {
            if (!identities.contains(identity)) {
                identities.add(identity);
                values.add(identity.value());
            }
        });
    }

    private static void list(String field, String cell, ObjectNode card) {
        ArrayNode values = card.path(field) instanceof ArrayNode present ? present : card.putArray(field);
        var known = new TreeSet<String>();
        values.forEach(value -> known.add(value.asString()));
        Arrays.stream(BETWEEN.split(cell))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && known.add(part))
                .forEach(values::add);
    }

    private static boolean whole(String field, String cell, ObjectNode card) {
        Optional<BigDecimal> number = CustomField.number(cell.replaceAll("(?i)\\s*(см|лет|года?|раза?)\\.?$", ""));
        number.filter(value -> value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(1_000)) < 0)
                .ifPresent(value -> card.put(field, value.intValueExact()));
        return card.has(field);
    }

    private static boolean number(String field, String cell, ObjectNode card) {
        CustomField.number(cell.replaceAll("(?i)\\s*кг\\.?$", ""))
                .ifPresent(value -> card.put(field, value.setScale(1, RoundingMode.HALF_UP)));
        return card.has(field);
    }

    /** A day means its morning. */
    private Optional<Instant> moment(String cell) {
        try {
            return Optional.of(Instant.parse(cell));
        } catch (DateTimeException e) {
            return Days.read(cell).map(day -> morning(day));
        }
    }

    private Instant morning(LocalDate day) {
        return day.atTime(MORNING, 0).atZone(names.zone()).toInstant();
    }

    private static void name(Map<Target, String> parts, ObjectNode card) {
        List<String> words = new ArrayList<>();
        for (Target part : List.of(Target.NAME, Target.FIRST_NAME, Target.MIDDLE_NAME, Target.LAST_NAME)) {
            String word = parts.get(part);
            if (word != null) {
                words.add(word);
            }
        }
        if (!words.isEmpty()) {
            card.put("name", String.join(" ", words).replaceAll("\\s+", " "));
        }
    }

    private void defaults(ObjectNode card) {
        for (String tag : settings.tags() == null ? List.<String>of() : settings.tags()) {
            list("tags", tag, card);
        }
    }

    /** The fields that break a rule of the card. */
    private List<String> broken(ObjectNode card) {
        try {
            var found = new TreeSet<String>();
            validator
                    .validate(json.treeToValue(card, ClientEdit.class))
                    .forEach(violation ->
                            found.add(field(violation.getPropertyPath().toString()) + ".range"));
            return List.copyOf(found);
        } catch (JacksonException | IllegalArgumentException e) {
            return List.of("row.format");
        }
    }

    private static String field(String path) {
        return path.replaceFirst("[\\[.].*", "").replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
