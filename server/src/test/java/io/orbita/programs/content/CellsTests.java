package io.orbita.programs.content;

import static io.orbita.programs.selection.TraineeBuilder.aTrainee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.platform.web.Invalid;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.library.BuiltInLibrary;
import io.orbita.programs.selection.Choice;
import io.orbita.programs.selection.Selection;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Gender;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CellsTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final ProgramContent PLAN = plan();

    private final JsonNode plan = JSON.valueToTree(PLAN);

    @Test
    void the_difference_after_an_edit_is_the_edit_and_undoing_it_gives_the_old_plan() {
        var random = new Random(11);
        List<String> paths = Cells.differences(JSON.createObjectNode(), plan).stream()
                .map(Cells.Change::path)
                .toList();
        assertThat(paths).hasSizeGreaterThan(1_000);
        for (int round = 0; round < 400; round++) {
            Map<String, Object> wanted = new HashMap<>();
            ObjectNode edit = JSON.createObjectNode();
            for (int i = 0; i <= random.nextInt(6); i++) {
                String path = paths.get(random.nextInt(paths.size()));
                if (isAddress(path)) {
                    continue;
                }
                Object value = at(plan, path).isNumber()
                        ? (Object) (at(plan, path).asInt() + 1 + random.nextInt(3))
                        : at(plan, path).isBoolean() ? (Object) !at(plan, path).asBoolean() : "иначе " + round + i;
                wanted.put(path, value);
                put(edit, path, value);
            }

            JsonNode edited = Cells.edited(plan, edit);

            assertThat(Cells.differences(plan, edited).stream()
                            .collect(Collectors.toMap(Cells.Change::path, change -> (Object) change.value())))
                    .isEqualTo(wanted);
            ObjectNode back = JSON.createObjectNode();
            Cells.differences(plan, edited).forEach(change -> put(back, change.path(), change.old()));
            assertThat(Cells.edited(edited, back)).isEqualTo(plan);
            assertThat(JSON.treeToValue(edited, ProgramContent.class)).isNotNull();
        }
    }

    @Test
    void the_same_plan_differs_in_nothing_and_a_stored_one_is_the_same() {
        assertThat(Cells.differences(plan, JSON.readTree(JSON.writeValueAsString(PLAN))))
                .isEmpty();
        assertThat(JSON.treeToValue(plan, ProgramContent.class)).isEqualTo(PLAN);
    }

    @Test
    void an_exercise_is_added_at_the_end_and_taken_away_by_null() {
        int exercises = plan.path("weeks")
                .get(2)
                .path("sessions")
                .get(0)
                .path("exercises")
                .size();
        ObjectNode edit = JSON.createObjectNode();
        String place = "weeks.3.sessions.1.exercises." + (exercises + 1);
        put(edit, place + ".name", "Планка");
        put(edit, place + ".sets", 3);

        JsonNode longer = Cells.edited(plan, edit);

        assertThat(Cells.differences(plan, longer))
                .containsExactlyInAnyOrder(
                        new Cells.Change(place + ".name", null, "Планка"), new Cells.Change(place + ".sets", null, 3));
        ObjectNode away = JSON.createObjectNode();
        put(away, place, null);
        assertThat(Cells.edited(longer, away)).isEqualTo(plan);
    }

    @Test
    void an_address_that_leads_nowhere_is_refused_by_its_name() {
        for (String path : List.of(
                "weeks.1.sessions.1.exercises.99.name",
                "weeks.one.advice",
                "weeks.0.advice",
                "facts.12345678901",
                "weeks.1.sessions.1.exercises.-1.name")) {
            ObjectNode edit = JSON.createObjectNode();
            put(edit, path, "что-то");
            assertThatThrownBy(() -> Cells.edited(plan, edit))
                    .as(path)
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            refusal -> assertThat(refusal.fields().getFirst().field())
                                    .startsWith("content." + path.substring(0, 5)));
        }
    }

    private static boolean isAddress(String path) {
        return path.endsWith(".number") || path.endsWith(".day");
    }

    private static JsonNode at(JsonNode tree, String path) {
        JsonNode node = tree;
        for (String step : path.split("\\.")) {
            node = node.isArray() ? node.get(Integer.parseInt(step) - 1) : node.path(step);
        }
        return node;
    }

    private static void put(ObjectNode edit, String path, @org.jspecify.annotations.Nullable Object value) {
        String[] steps = path.split("\\.");
        ObjectNode node = edit;
        for (int i = 0; i < steps.length - 1; i++) {
            node = node.path(steps[i]) instanceof ObjectNode inner ? inner : node.putObject(steps[i]);
        }
        node.set(steps[steps.length - 1], JSON.valueToTree(value));
    }

    private static ProgramContent plan() {
        Exercises exercises = Exercises.builtIn();
        Trainee trainee = aTrainee().build();
        var chosen = (Choice.Chosen)
                new Selection(exercises).choose(BuiltInLibrary.templates(Gender.FEMALE, exercises), trainee, 12);
        return new Composition(exercises).compose(chosen.winner(), trainee, "Анна", 12, 1);
    }
}
