package io.orbita.programs.sheet;

import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Template;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a tab of the owner's spreadsheet, whatever it came as. */
public final class TemplateSheets {
    /** Files above this are refused unread. */
    public static final int MOST_BYTES = 20_000_000;

    private final Exercises exercises;

    /** With the catalogue that tells known exercises from unknown ones. */
    public TemplateSheets(Exercises exercises) {
        this.exercises = exercises;
    }

    /**
     * Reads CSV or XLSX; never throws for what is in the file.
     *
     * @param tab the tab of a workbook; null for its first one; a CSV has only one
     * @param expected whom the tab is for; null takes both
     */
    public SheetOutcome read(byte[] file, @Nullable String tab, @Nullable Gender expected) {
        var remarks = new Remarks();
        try {
            return read(table(file, tab), expected, remarks);
        } catch (Unreadable e) {
            remarks.problem(e.what(), e.advice());
            return remarks.refusal();
        }
    }

    private static SheetTable table(byte[] file, @Nullable String tab) throws Unreadable {
        if (file.length > MOST_BYTES) {
            throw new Unreadable(
                    "Файл больше %d МБ".formatted(MOST_BYTES / 1_000_000), "Оставьте в нём только программы");
        }
        if (XlsxTables.isXlsx(file)) {
            return XlsxTables.read(file, tab);
        }
        if (XlsxTables.isOldExcel(file)) {
            throw new Unreadable("Это старый формат XLS", "Сохраните таблицу как XLSX или CSV");
        }
        String text = CsvTables.decode(file);
        String start = text.stripLeading();
        if (start.startsWith("<")) {
            boolean login = start.toLowerCase(Locale.ROOT).contains("accounts.google.com");
            throw new Unreadable(
                    login ? "Вместо таблицы пришла страница входа Google" : "Вместо таблицы пришла веб-страница",
                    "Откройте доступ к таблице: «Все, у кого есть ссылка» → «Читатель», и проверьте ссылку");
        }
        return CsvTables.read(text);
    }

    private SheetOutcome read(SheetTable table, @Nullable Gender expected, Remarks remarks) {
        if (table.lines().stream().allMatch(SheetTable.Line::blank)) {
            remarks.problem("Таблица пустая", "Проверьте ссылку и вкладку");
            return remarks.refusal();
        }
        Columns columns = Columns.find(table, remarks);
        if (columns == null) {
            return remarks.refusal();
        }
        var reader = new RowReader(columns, remarks);
        List<SheetRow> rows = reader.read(table, expected);
        List<Template> templates = new TemplateAssembly(exercises, remarks).assemble(rows, reader.broken());
        if (templates.isEmpty() && !remarks.refuse()) {
            remarks.problem("Под заголовками нет ни одной тренировки", "Проверьте ссылку и вкладку");
        }
        return remarks.refuse() ? remarks.refusal() : new SheetOutcome.Accepted(templates, remarks.warnings());
    }
}
