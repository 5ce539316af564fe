package io.orbita.programs.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.programs.template.Gender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sheets that must not replace the last good one: each is refused with the place and the reason. */
class RefusedSheetsTests extends SheetReading {
    @Test
    void blank_repetitions_of_a_working_week_refuse_the_sheet() {
        List<SheetRemark> problems =
                refused(OwnersSheet.women().set(4, "Ex1_Reps", "").csv());

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(4);
            assertThat(problem.column()).isEqualTo("Ex1_Reps");
            assertThat(problem.text())
                    .startsWith("Строка 4, столбец Ex1_Reps: у упражнения «Гоблет-присед» нет повторений.");
        });
    }

    @Test
    void a_missing_week_refuses_the_sheet_and_is_named() {
        List<SheetRemark> problems =
                refused(OwnersSheet.women().withoutWeek(3).withoutWeek(7).csv());

        assertThat(problems)
                .extracting(SheetRemark::what)
                .anyMatch(what -> what.contains("нет недели 3"))
                .anyMatch(what -> what.contains("нет недели 7"));
    }

    @Test
    void two_rows_for_one_day_refuse_the_sheet() {
        assertThat(refused(OwnersSheet.women().set(3, "Day", "1").csv()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("уже стоит в строке 2"));
    }

    @Test
    void a_login_page_refuses_the_sheet() {
        String page =
                "<!doctype html><html lang=\"ru\"><head><title>Google Sheets: Sign-in</title></head><body><form id=\"gaia_loginform\" action=\"https://accounts.google.com/v3/signin\"></form></body></html>";

        assertThat(refused(page.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .contains("страница входа Google")
                        .contains("Читатель"));
    }

    @Test
    void the_tab_of_the_other_gender_refuses_the_sheet() {
        byte[] men = new OwnersSheet()
                .profile("Men_1", "26-35", "похудение", "новичок", "дом")
                .csv();

        SheetOutcome outcome = sheets.read(men, null, Gender.FEMALE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SheetOutcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.text())
                                        .contains("не та вкладка")
                                        .contains("Men_1")));
    }

    @Test
    void a_stray_row_of_the_other_gender_is_named() {
        assertThat(refused(OwnersSheet.women().set(6, "Profile", "Men_4").csv()))
                .anySatisfy(problem -> {
                    assertThat(problem.row()).isEqualTo(6);
                    assertThat(problem.column()).isEqualTo("Profile");
                });
    }

    @Test
    void missing_columns_refuse_the_sheet_and_are_listed() {
        assertThat(refused(OwnersSheet.women().without("Goal").without("Week").csv()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("Goal, Week"));
    }

    @Test
    void another_table_refuses_the_sheet() {
        assertThat(refused("Неделя,День,Упражнение,Подходы\n1,1,\"Приседания, со штангой\",3x12\n"
                        .getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("Profile"));
        assertThat(refused("дата,сумма\n01.02.2025,100\n".getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(refused(new byte[0])).isNotEmpty();
    }

    @Test
    void every_bad_cell_is_reported_with_its_place() {
        List<SheetRemark> problems = refused(OwnersSheet.women()
                .set(2, "Goal", "стать сильнее")
                .set(5, "Week", "первая")
                .set(7, "Ex2_Sets", "много")
                .set(9, "Deload", "наверное")
                .csv());

        assertThat(problems)
                .extracting(SheetRemark::row, SheetRemark::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "Goal"),
                        org.assertj.core.groups.Tuple.tuple(5, "Week"),
                        org.assertj.core.groups.Tuple.tuple(7, "Ex2_Sets"),
                        org.assertj.core.groups.Tuple.tuple(9, "Deload"));
    }

    @Test
    void a_slip_in_one_row_of_a_profile_is_named_and_not_taken_for_another_programme() {
        assertThat(refused(OwnersSheet.women().set(11, "Goal", "выносливость").csv()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.row()).isEqualTo(11));
    }

    @Test
    void hostile_files_are_refused_not_thrown_on() {
        byte[] cutWorkbook = java.util.Arrays.copyOf(OwnersSheet.women().xlsx("Women_12w_2"), 900);

        assertThat(sheets.read(cutWorkbook, null, null)).isInstanceOf(SheetOutcome.Refused.class);
        assertThat(sheets.read("Profile,Week,Day,Ex1_Name\n\"Women_1,1,1".getBytes(StandardCharsets.UTF_8), null, null))
                .isInstanceOf(SheetOutcome.Refused.class);
        assertThat(sheets.read(
                        OwnersSheet.women().set(2, "Ex1_Name", "я".repeat(5000)).csv(), null, null))
                .isInstanceOf(SheetOutcome.Refused.class);
        assertThat(refused(OwnersSheet.women().set(2, "Ex1_Sets", "99999999999").csv()))
                .isNotEmpty();
        assertThat(refused(("a\n".repeat(30_000)).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }
}
