package io.orbita.battery;

import java.util.List;
import java.util.Random;

/** A table of clients as a business would bring it: phones in all spellings, some people twice, one row in a hundred bad. */
public final class ImportFile {
    private static final List<String> NAMES = List.of(
            "Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор", "Жанна", "Захар", "Инна", "Кирилл", "Лёва", "Мария");
    private static final List<String> FAMILIES =
            List.of("Ивановы", "Петровы", "Сидорчук", "Ковалёвы", "Бондаренко", "Чернышенко", "Дурново", "Левченко");
    private static final List<String> BAD = List.of(
            ";не телефон;;;;;",
            "Вера;;не почта;;;;",
            "Глеб;{phone};;32.13.1990;;;",
            "Инна;{phone};;;;;Нет такого этапа",
            ";;;;ж;;");

    private ImportFile() {}

    /** How many rows are bad. */
    public static int bad(int rows) {
        return rows / 100;
    }

    /** The file. Rows are made from the seed alone. */
    public static String of(long seed, int rows) {
        var random = new Random(seed);
        var csv = new StringBuilder(rows * 80).append("ФИО;Телефон;Почта;Дата рождения;Пол;Метки;Этап\n");
        for (int i = 1; i <= rows; i++) {
            // About one in fifty is somebody who stood in the file before.
            int person = i > 100 && random.nextInt(50) == 0 ? 1 + random.nextInt(i - 1) : i;
            if (i % 100 == 0) {
                csv.append(BAD.get(random.nextInt(BAD.size())).replace("{phone}", phone(random, 9_000_000 + i)));
            } else {
                csv.append(NAMES.get(random.nextInt(NAMES.size())))
                        .append(' ')
                        .append(FAMILIES.get(random.nextInt(FAMILIES.size())))
                        .append(' ')
                        .append(person)
                        .append(';')
                        .append(phone(random, person))
                        .append(';')
                        .append(random.nextBoolean() ? "p" + person + "@example.ru" : "")
                        .append(';')
                        .append(
                                random.nextInt(3) == 0
                                        ? "0" + (1 + random.nextInt(9)) + ".0" + (1 + random.nextInt(9)) + ".19"
                                                + (60 + random.nextInt(40))
                                        : "")
                        .append(';')
                        .append(random.nextBoolean() ? "ж" : "муж")
                        .append(';')
                        .append(random.nextInt(4) == 0 ? "зал, утро" : "")
                        .append(';')
                        .append(random.nextInt(3) == 0 ? "Консультация" : "");
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String phone(Random random, int person) {
        String digits = "%07d".formatted(person);
        return switch (random.nextInt(4)) {
            case 0 -> "8916" + digits;
            case 1 -> "+7 (916) " + digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
            case 2 -> "7916" + digits;
            default -> "916 " + digits;
        };
    }
}
