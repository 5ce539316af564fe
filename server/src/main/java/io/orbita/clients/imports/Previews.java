package io.orbita.clients.imports;

import io.orbita.clients.ClientEdit;
import io.orbita.clients.Intake;
import io.orbita.clients.IntakeChanges;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows the examples that a dry run chose: the lines are read from the file and the cards from the database anew, nothing of them is kept a second time. */
@Component
class Previews {
    /** How much of a cell is shown, in characters. */
    private static final int SHOWN = 200;

    private final ImportRows imports;
    private final Readers readers;
    private final Intake intake;
    private final IntakeChanges cards;
    private final PreviewNames names;
    private final JsonMapper json;

    Previews(
            ImportRows imports,
            Readers readers,
            Intake intake,
            IntakeChanges cards,
            PreviewNames names,
            JsonMapper json) {
        this.imports = imports;
        this.readers = readers;
        this.intake = intake;
        this.cards = cards;
        this.names = names;
        this.json = json;
    }

    /**
     * What the dry run shows.
     *
     * @throws ImportRefusals.WrongState when the import is not between its dry run and its run
     */
    @Transactional
    public Preview of(BusinessId business, long id) {
        ImportRows.Job job = imports.lock(business, id);
        if (!job.state().equals("checked") || job.columns() == 0) {
            throw new ImportRefusals.WrongState(job.columns() == 0 ? "forgotten" : job.state());
        }
        List<Example> examples = imports.examples(business, id);
        var known = cards.hold(
                business,
                examples.stream()
                        .map(Example::client)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return new Showing(business, job, known).of(examples);
    }

    private static String clipped(String cell) {
        return cell.codePointCount(0, cell.length()) <= SHOWN
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }

    /** One preview in the making. */
    private final class Showing {
        private final BusinessId business;
        private final ImportRows.Job job;
        private final Map<Long, Intake.Held> known;
        private final RowReader reader;
        private final List<String> head;
        private final Map<Integer, Map<Integer, Table.Line>> chunks = new HashMap<>();
        private final PreviewNames.Known named;

        Showing(BusinessId business, ImportRows.Job job, Map<Long, Intake.Held> known) {
            this.business = business;
            this.job = job;
            this.known = known;
            this.reader = readers.reader(business, job.settings(), job.columns());
            this.head = imports.titles(business, job.id());
            this.named = names.of(business);
        }

        Preview of(List<Example> examples) {
            List<Preview.Refused> rejected = new ArrayList<>();
            List<Preview.Card> created = new ArrayList<>();
            List<Preview.Card> updated = new ArrayList<>();
            List<Preview.Card> skipped = new ArrayList<>();
            List<Preview.Repeated> repeated = new ArrayList<>();
            for (Example example : examples) {
                Table.Line line = line(example);
                if (line == null) {
                    continue;
                }
                RowReader.Parsed row = reader.read(line);
                Integer first = example.first();
                if (first != null) {
                    repeated.add(new Preview.Repeated(line.line(), first, name(row.card())));
                    continue;
                }
                switch (example.outcome()) {
                    case REJECTED -> rejected.add(refused(row));
                    case CREATED -> created.add(fresh(row));
                    case UPDATED -> held(example).ifPresent(card -> updated.add(changed(row, card)));
                    case SKIPPED ->
                        held(example)
                                .ifPresent(card -> skipped.add(new Preview.Card(
                                        line.line(), card.client(), card.card().name(), List.of())));
                }
            }
            return new Preview(rejected, created, updated, skipped, repeated);
        }

        private Table.@Nullable Line line(Example example) {
            return chunks.computeIfAbsent(
                            example.chunk(),
                            chunk -> imports.lines(business, job.id(), chunk).stream()
                                    .collect(Collectors.toMap(Table.Line::line, line -> line)))
                    .get(example.line());
        }

        private Optional<Intake.Held> held(Example example) {
            return Optional.ofNullable(example.client()).map(known::get);
        }

        private Preview.Refused refused(RowReader.Parsed row) {
            // The decision found nothing in the line itself: it is about whose the phone and the e-mail are.
            List<String> codes = row.reasons().isEmpty() ? List.of("row.two-clients") : row.reasons();
            return new Preview.Refused(
                    row.line().line(),
                    row.line().cells().stream().map(Previews::clipped).toList(),
                    codes.stream().map(code -> fault(code, row.line())).toList());
        }

        private Preview.Fault fault(String code, Table.Line line) {
            String plain = code.replaceFirst("@.*", "");
            String field = plain.startsWith("row.") ? null : plain.replaceFirst("\\.[a-z]+$", "");
            Integer column = field == null ? null : column(code, field);
            return new Preview.Fault(
                    plain,
                    Reasons.text(code, head),
                    field,
                    column,
                    column == null || column >= head.size() ? null : head.get(column),
                    column == null ? null : clipped(line.cell(column)));
        }

        private @Nullable Integer column(String code, String field) {
            int at = code.indexOf('@');
            return at >= 0
                    ? Integer.valueOf(code.substring(at + 1))
                    : job.settings().columns().stream()
                            .filter(column -> column.field().equals(field)
                                    || field.equals("custom") && column.field().startsWith(RowReader.CUSTOM))
                            .map(ImportSettings.Column::column)
                            .findFirst()
                            .orElse(null);
        }

        private Preview.Card fresh(RowReader.Parsed row) {
            ObjectNode card = BatchPlan.fresh(row.card(), job.settings());
            Long asked = row.stage() == null ? job.settings().stageId() : row.stage();
            card.put("stage", intake.stage(business, asked));
            return new Preview.Card(row.line().line(), null, name(card), changes(json.createObjectNode(), card));
        }

        private Preview.Card changed(RowReader.Parsed row, Intake.Held held) {
            ObjectNode before = json.valueToTree(held.card());
            boolean overwrite = job.settings().policy().equals("overwrite");
            ObjectNode merged = Overlay.over(before, row.card(), overwrite);
            // As it will be kept: a phone of other spelling is the same phone.
            ObjectNode after = json.valueToTree(
                    held.with(json.treeToValue(merged, ClientEdit.class)).card());
            Long to = overwrite ? row.stage() : null;
            if (to != null && !to.equals(held.stage())) {
                before.put("stage", held.stage());
                after.put("stage", to);
            }
            return new Preview.Card(
                    row.line().line(), held.client(), held.card().name(), changes(before, after));
        }

        private List<Preview.Change> changes(ObjectNode before, ObjectNode after) {
            List<Preview.Change> changes = new ArrayList<>();
            after.properties().forEach(field -> {
                JsonNode was = before.path(field.getKey());
                if (field.getValue() instanceof ObjectNode own) {
                    own.properties()
                            .forEach(one -> change(
                                    field.getKey() + "." + one.getKey(),
                                    was.path(one.getKey()),
                                    one.getValue(),
                                    changes));
                } else {
                    change(field.getKey(), was, field.getValue(), changes);
                }
            });
            return changes;
        }

        private void change(String field, JsonNode before, JsonNode after, List<Preview.Change> changes) {
            String was = text(field, before);
            String is = text(field, after);
            if (is != null && !is.equals(was)) {
                changes.add(new Preview.Change(field, title(field), was, is));
            }
        }

        private String title(String field) {
            return Target.of(field)
                    .map(Target::title)
                    .orElseGet(() -> named.fields().getOrDefault(field, field));
        }

        private @Nullable String text(String field, JsonNode value) {
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            String text = value.isArray()
                    ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                    : value.asString();
            return switch (field) {
                case "stage" -> named.stages().getOrDefault(text, text);
                case "assigned_to" -> named.staff().getOrDefault(text, text);
                default -> text.isEmpty() ? null : text;
            };
        }

        private static @Nullable String name(ObjectNode card) {
            String name = card.path("name").asString("");
            return name.isEmpty() ? null : name;
        }
    }
}
