package io.orbita.programs.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.template.AgeBand;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Place;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSheetsTests extends SheetReading {
    @Test
    void the_owners_format_is_read_whole() {
        Template template = onlyTemplate(OwnersSheet.women());

        assertThat(template.profile()).isEqualTo("Women_1");
        assertThat(template.gender()).isEqualTo(Gender.FEMALE);
        assertThat(template.ages()).isEqualTo(new AgeBand(26, 35));
        assertThat(template.goal()).isEqualTo(Goal.FAT_LOSS);
        assertThat(template.experience()).isEqualTo(Experience.BEGINNER);
        assertThat(template.place()).isEqualTo(Place.HOME);
        assertThat(template.daysPerWeek()).isEqualTo(2);
        Prescription squat =
                template.weeks().getFirst().sessions().getFirst().exercises().getFirst();
        assertThat(squat)
                .isEqualTo(new Prescription(
                        "Гоблет-присед",
                        3,
                        "16-12",
                        "Колено-доминант",
                        List.of("Замена один", "Замена два"),
                        List.of("RIR 1-3", "Пауза внизу 1-2с")));
    }

    @Test
    void weeks_come_in_the_order_of_their_numbers_whatever_the_order_of_rows_and_columns() {
        Template template = onlyTemplate(OwnersSheet.women().reversed());

        assertThat(template.weeks())
                .extracting(Week::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(template.weeks().getFirst().sessions()).extracting("day").containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "TRUE, FALSE", "ИСТИНА, ЛОЖЬ", "да, нет", "1.0, 0.0", "1, ''"})
    void deload_weeks_are_marked_however_the_cell_says_it(String yes, String no) {
        OwnersSheet sheet = OwnersSheet.women();
        sheet.rows().forEach(row -> row.put("Deload", "1".equals(row.get("Deload")) ? yes : no));

        assertThat(onlyTemplate(sheet).weeks())
                .filteredOn(Week::deload)
                .extracting(Week::number)
                .containsExactly(4, 8, 12);
    }

    @Test
    void without_a_deload_column_the_mark_in_the_repetitions_tells() {
        assertThat(onlyTemplate(OwnersSheet.women().without("Deload")).weeks())
                .filteredOn(Week::deload)
                .extracting(Week::number)
                .containsExactly(4, 8, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16.12.2025", "2025-12-16", "16-дек", "46007"})
    void a_range_that_became_a_date_is_mended_and_reported(String date) {
        SheetOutcome.Accepted outcome =
                accepted(OwnersSheet.women().set(2, "Ex1_Reps", date).csv());

        assertThat(outcome.templates()
                        .getFirst()
                        .weeks()
                        .getFirst()
                        .sessions()
                        .getFirst()
                        .exercises()
                        .getFirst()
                        .reps())
                .isEqualTo("16-12");
        assertThat(outcome.warnings())
                .anySatisfy(remark -> assertThat(remark.text()).contains(date).contains("16-12"));
    }

    @Test
    void six_exercises_and_more_are_kept() {
        OwnersSheet sheet = OwnersSheet.women()
                .withColumns(
                        "Ex6_Name",
                        "Ex6_Sets",
                        "Ex6_Reps",
                        "Ex6_Pattern",
                        "Ex6_Alt",
                        "Ex6_Notes",
                        "Ex7_Name",
                        "Ex7_Sets",
                        "Ex7_Reps");
        sheet.setInAll("Ex6_Name", "Скалолаз").setInAll("Ex6_Sets", "3").setInAll("Ex6_Reps", "40 сек");
        sheet.setInAll("Ex7_Name", "Лодочка").setInAll("Ex7_Sets", "2").setInAll("Ex7_Reps", "15");

        assertThat(onlyTemplate(sheet).weeks().getFirst().sessions().getFirst().exercises())
                .extracting(Prescription::name)
                .hasSize(7)
                .endsWith("Скалолаз", "Лодочка");
    }

    @Test
    void spelling_does_not_matter() {
        OwnersSheet sheet = OwnersSheet.women();
        sheet.setInAll("Experience", "\u00A0Новичок ")
                .setInAll("Age_Group", "26–35")
                .setInAll("Goal", "Похудение\u200B")
                .setInAll("Location", "ДОМ");
        String csv = sheet.csv(",", "\r\n").replace("Age_Group", " age group").replace("Ex1_Name", "EX1_NAME\u00A0");

        Template template = accepted(("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8))
                .templates()
                .getFirst();

        assertThat(template.experience()).isEqualTo(Experience.BEGINNER);
        assertThat(template.ages()).isEqualTo(new AgeBand(26, 35));
        assertThat(template.weeks()).hasSize(12);
    }

    @Test
    void blank_rows_and_repeated_headers_are_passed_over() {
        String csv = OwnersSheet.women().csv(",", "\n");
        String header = csv.substring(0, csv.indexOf('\n') + 1);
        String body = csv.substring(csv.indexOf('\n') + 1);

        assertThat(accepted((header + ",,,,\n\n" + body + ", , ,\n" + header).getBytes(StandardCharsets.UTF_8))
                        .templates())
                .hasSize(1);
    }

    @Test
    void a_deload_blank_is_taken_from_the_week_before_a_fifth_lighter_and_reported() {
        SheetOutcome.Accepted outcome = accepted(OwnersSheet.women()
                .set(8, "Ex4_Reps", "")
                .set(8, "Ex3_Reps", "")
                .csv());

        assertThat(outcome.templates()
                        .getFirst()
                        .weeks()
                        .get(3)
                        .sessions()
                        .getFirst()
                        .exercises())
                .extracting(Prescription::reps)
                .contains("12 (-20% объёма)", "12 (-20% объёма)/рука");
        assertThat(outcome.warnings()).anySatisfy(remark -> {
            assertThat(remark.row()).isEqualTo(8);
            assertThat(remark.column()).isEqualTo("Ex4_Reps");
            assertThat(remark.text()).contains("Ягодичный мост");
        });
    }

    @Test
    void a_plank_without_its_time_gets_a_usual_one_and_is_reported() {
        SheetOutcome.Accepted outcome =
                accepted(OwnersSheet.women().setInAll("Ex5_Reps", "").csv());

        assertThat(outcome.templates()
                        .getFirst()
                        .weeks()
                        .getFirst()
                        .sessions()
                        .getFirst()
                        .exercises()
                        .get(4)
                        .reps())
                .isEqualTo("30 сек");
        assertThat(outcome.warnings())
                .anySatisfy(remark -> assertThat(remark.text()).contains("Планка"));
    }

    @Test
    void two_whole_programmes_under_one_profile_are_parted_with_a_warning() {
        OwnersSheet sheet = OwnersSheet.women().profile("Women_1", "26-35", "набор массы", "новичок", "дом");

        SheetOutcome.Accepted outcome = accepted(sheet.csv());

        assertThat(outcome.templates()).extracting(Template::goal).containsExactly(Goal.FAT_LOSS, Goal.MUSCLE);
        assertThat(outcome.templates()).extracting(Template::profile).doesNotHaveDuplicates();
        assertThat(outcome.warnings())
                .anySatisfy(remark -> assertThat(remark.text()).contains("разные программы"));
    }

    @Test
    void an_unknown_exercise_is_kept_and_reported_once() {
        SheetOutcome.Accepted outcome = accepted(
                OwnersSheet.women().setInAll("Ex2_Name", "Ползание крокодилом").csv());

        assertThat(outcome.warnings())
                .filteredOn(remark -> remark.what().contains("Ползание крокодилом"))
                .hasSize(1);
        assertThat(outcome.templates()
                        .getFirst()
                        .weeks()
                        .getFirst()
                        .sessions()
                        .getFirst()
                        .exercises()
                        .get(1)
                        .name())
                .isEqualTo("Ползание крокодилом");
    }

    @Test
    void the_long_format_is_read_with_merged_cells() {
        var csv = new StringBuilder(
                "Профиль;Возраст;Цель;Опыт;Место;Неделя;День;Разгрузка;Тренировка;Упражнение;Подходы;Повторения;Замена\n");
        for (int week = 1; week <= 12; week++) {
            csv.append(
                    "Men_3;17–25;набор массы;средний;зал;%d;1;%d;Фулбоди A;Жим лёжа;4;16-12;Жим гантелей лёжа | Отжимания\n"
                            .formatted(week, week % 4 == 0 ? 1 : 0));
            csv.append(";;;;;;;;;Приседания со штангой;4х16;;\n");
        }

        Template template = accepted(csv.toString().getBytes(Charset.forName("windows-1251")))
                .templates()
                .getFirst();

        assertThat(template.weeks()).hasSize(12);
        assertThat(template.weeks().getFirst().sessions().getFirst().exercises())
                .extracting(Prescription::name, Prescription::sets, Prescription::reps)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Жим лёжа", 4, "16-12"),
                        org.assertj.core.groups.Tuple.tuple("Приседания со штангой", 4, "16"));
        assertThat(template.weeks())
                .filteredOn(Week::deload)
                .extracting(Week::number)
                .containsExactly(4, 8, 12);
    }

    @Test
    void a_workbook_is_read_by_the_name_of_its_tab() {
        byte[] workbook = OwnersSheet.women().set(2, "Ex1_Reps", "46007").xlsx("Women_12w_2");

        SheetOutcome outcome = sheets.read(workbook, "women_12w_2", Gender.FEMALE);

        assertThat(outcome).isInstanceOfSatisfying(SheetOutcome.Accepted.class, accepted -> {
            assertThat(accepted.templates())
                    .singleElement()
                    .satisfies(template -> assertThat(template.weeks()).hasSize(12));
            assertThat(accepted.templates()
                            .getFirst()
                            .weeks()
                            .getFirst()
                            .sessions()
                            .getFirst()
                            .exercises()
                            .getFirst()
                            .reps())
                    .isEqualTo("16-12");
        });
        assertThat(sheets.read(workbook, "Men_12w_2", Gender.MALE))
                .isInstanceOfSatisfying(
                        SheetOutcome.Refused.class,
                        refused ->
                                assertThat(refused.problems().getFirst().what()).contains("Men_12w_2"));
    }
}
