package io.orbita.programs.pdf;

import static io.orbita.programs.selection.TraineeBuilder.aTrainee;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.orbita.platform.text.QrCode;
import io.orbita.programs.content.Composition;
import io.orbita.programs.content.ProgramContent;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.library.BuiltInLibrary;
import io.orbita.programs.selection.Choice;
import io.orbita.programs.selection.Selection;
import io.orbita.programs.selection.Setting;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ProgramPdfTests {
    private static final Exercises EXERCISES = Exercises.builtIn();
    private static final String LINK = "https://t.me/orbita_demo_bot?start=p-1";

    private final ProgramPdf pdf = new ProgramPdf();

    @Test
    void the_free_week_shows_the_name_the_goal_and_week_one() throws IOException {
        byte[] file = pdf.print(content(aTrainee().build(), "Анна", 1), "Студия", LINK);

        assertThat(text(file))
                .contains("Анна")
                .contains("Неделя 1")
                .contains("похудение")
                .contains("Что добавит полная программа")
                .contains("16-12");
        assertThat(text(file)).doesNotContain("Women");
        assertThat(pages(file)).isEqualTo(3);
    }

    @Test
    void every_week_of_the_full_programme_has_one_page_even_with_five_days_of_six_exercises() throws IOException {
        Trainee trainee = aTrainee()
                .gender(Gender.MALE)
                .experience(Experience.ADVANCED)
                .days(5)
                .at(Setting.GYM)
                .build();

        byte[] file = pdf.print(content(trainee, "Константин Константинопольский", 12), "Студия", LINK);

        for (int week = 1; week <= 12; week++) {
            assertThat(text(file, week + 1)).contains("Неделя " + week).contains("День 5.");
        }
        assertThat(text(file, 5)).contains("разгрузка").contains("-20% объёма");
        assertThat(text(file, 6)).doesNotContain("разгрузка");
        assertThat(file.length).isLessThan(400_000);
    }

    @Test
    void the_longest_names_of_five_days_still_fit_their_page() throws IOException {
        ProgramContent content = content(aTrainee().build(), "Анна", 4);
        var exercise = new ProgramContent.Exercise(
                "Болгарские сплит-приседания с гантелями и паузой в нижней точке у скамьи",
                5,
                "12 (-20% объёма)/сторона",
                "2-3",
                "90-120 с",
                "2×16 кг",
                List.of("Пауза внизу 1-2с", "не заваливайтесь вперёд"),
                List.of("Зашагивания на низкую опору с гантелями", "Отведение ноги назад на четвереньках"),
                "Колено-доминант");
        List<ProgramContent.Session> sessions = IntStream.rangeClosed(1, 5)
                .mapToObj(day -> new ProgramContent.Session(
                        day,
                        "Фулбоди с упором на ягодицы и заднюю поверхность бедра",
                        IntStream.range(0, 6).mapToObj(i -> exercise).toList()))
                .toList();
        ProgramContent longest = new ProgramContent(
                content.title(),
                content.clientName(),
                content.goal(),
                true,
                content.facts(),
                content.intro(),
                "Сначала к врачу.",
                content.reasons(),
                content.guide(),
                List.of(
                        new ProgramContent.Week(
                                1, true, content.weeks().getFirst().advice(), sessions),
                        new ProgramContent.Week(2, false, "", sessions)),
                content.techniques(),
                null);

        byte[] file = pdf.print(longest, "Студия", LINK);

        assertThat(text(file, 2)).contains("Неделя 1").contains("День 5.");
        assertThat(text(file, 3)).contains("Неделя 2").contains("День 5.");
        assertThat(text(file, 4)).contains("Техника");
    }

    @Test
    void the_same_programme_gives_the_same_bytes() {
        ProgramContent content = content(aTrainee().build(), "Анна", 4);

        assertThat(pdf.print(content, "Студия", LINK)).isEqualTo(new ProgramPdf().print(content, "Студия", LINK));
    }

    @Test
    void a_name_with_letters_that_no_font_has_is_printed_without_them() throws IOException {
        byte[] file = pdf.print(content(aTrainee().build(), "Анна 🌸 <b>& 王", 1), "", null);

        assertThat(text(file)).contains("Анна b").contains("Анна, ").doesNotContain("#");
    }

    @Test
    void the_code_leads_back_to_the_bot() throws Exception {
        String uri = QrCode.dataUri(LINK);
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                        .getText())
                .isEqualTo(LINK);
        assertThat(images(pdf.print(content(aTrainee().build(), "Анна", 4), "Студия", LINK)))
                .isTrue();
        assertThat(images(pdf.print(content(aTrainee().build(), "Анна", 4), "Студия", null)))
                .isFalse();
    }

    private static ProgramContent content(Trainee trainee, String name, int weeks) {
        Gender gender = trainee.gender() == null ? Gender.FEMALE : trainee.gender();
        Choice choice = new Selection(EXERCISES).choose(BuiltInLibrary.templates(gender, EXERCISES), trainee, 12);
        return new Composition(EXERCISES).compose(((Choice.Chosen) choice).winner(), trainee, name, weeks, 7);
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(byte[] file, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    private static int pages(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getNumberOfPages();
        }
    }

    private static boolean images(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getPage(0)
                    .getResources()
                    .getXObjectNames()
                    .iterator()
                    .hasNext();
        }
    }
}
