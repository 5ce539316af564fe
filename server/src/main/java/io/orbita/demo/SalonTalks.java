package io.orbita.demo;

import io.orbita.analytics.Spending.Spend;
import io.orbita.platform.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is said, written down and planned at the hairdresser's. */
final class SalonTalks {
    private static final List<String> TAGS =
            List.of("стрижка", "окрашивание", "укладка", "постоянный клиент", "аллергия на краску", "по рекомендации");
    private static final List<String> CALLS = List.of(
            "Подобрали время и мастера.",
            "Предложили окно на пятницу, подтвердит вечером.",
            "Объяснили, сколько длится окрашивание и как готовиться.",
            "Просит перенести визит на следующую неделю.");
    private static final List<String> TASKS = List.of(
            "Подтвердить запись на завтра",
            "Прислать примеры работ мастера",
            "Предложить абонемент на 5 стрижек",
            "Спросить отзыв после визита");
    private static final List<String> QUESTIONS = List.of(
            "А можно прийти на час раньше?",
            "Здравствуйте! Опаздываю минут на пятнадцать, это ничего?",
            "Подскажите, у вас есть парковка?");

    private SalonTalks() {}

    static String tag(int number) {
        return TAGS.get(number % TAGS.size());
    }

    static String call(int number) {
        return CALLS.get(number % CALLS.size());
    }

    static String question(int number) {
        return QUESTIONS.get(number % QUESTIONS.size());
    }

    static String visit(String stage) {
        return switch (stage) {
            case "purchased" -> "Первый визит: стрижка, всё понравилось.";
            case "active" -> "Визит к мастеру Ольге, записали на следующий месяц.";
            case "finished" -> "Абонемент закончился, предложили новый.";
            default -> "Заходили в салон, посмотрели работы мастеров.";
        };
    }

    /** For one in three: some overdue, some for today. */
    static Optional<StudioTalks.Task> task(Calendar calendar, int number) {
        if (number % 3 != 1) {
            return Optional.empty();
        }
        int days = List.of(0, 1, -1, 0, 2, -3).get(number / 3 % 6);
        return Optional.of(
                new StudioTalks.Task(TASKS.get(number / 3 % TASKS.size()), calendar.today(days, 12 + number % 6, 0)));
    }

    /** Money for advertising. */
    static List<Spend> spends(Calendar calendar) {
        LocalDate first = calendar.from().atZone(calendar.zone()).toLocalDate();
        return List.of(
                new Spend(0, "2gis", first, first.plusDays(29), Money.rubles(3_900), "Карточка в справочнике"),
                new Spend(
                        0,
                        "instagram",
                        first.plusDays(5),
                        first.plusDays(18),
                        Money.rubles(4_800),
                        "Таргет: работы мастеров"));
    }
}
