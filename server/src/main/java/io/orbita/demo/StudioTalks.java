package io.orbita.demo;

import io.orbita.analytics.Spending.Spend;
import io.orbita.messaging.sandbox.SandboxDesk;
import io.orbita.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What is said, written down and planned at the training studio. */
final class StudioTalks {
    /** Something to do. */
    record Task(String text, Instant due) {}

    private record Exchange(String question, String answer, String thanks) {}

    private static final List<Exchange> TALKS = List.of(
            new Exchange(
                    "Здравствуйте! А если дома только резинки, программа подойдёт?",
                    "Здравствуйте! Да, в анкете отметьте «Резинки», и упражнения будут только с ними.",
                    "Отлично, спасибо!"),
            new Exchange(
                    "Можно ли перенести тренировку с понедельника на вторник?",
                    "Конечно. Главное, чтобы между силовыми был хотя бы один день отдыха.",
                    "Поняла, так и сделаю"),
            new Exchange(
                    "Подскажите, чем заменить приседания? Колено немного ноет",
                    "Пока делайте ягодичный мост и обратные выпады с опорой. Если не пройдёт за неделю, покажитесь врачу.",
                    "Спасибо, попробую"),
            new Exchange(
                    "А питание в программу входит?",
                    "В программе есть общие советы. Разобрать ваше меню можно на консультации.",
                    "Тогда запишусь на консультацию"));
    private static final List<List<String>> UNANSWERED = List.of(
            List.of(
                    "Добрый вечер!",
                    "Прошла первую неделю, очень понравилось",
                    "Когда лучше взвешиваться, утром или вечером?"),
            List.of("Здравствуйте, оплатил, а чек не пришёл. Можете прислать на почту?"),
            List.of("Можно оплатить частями?", "Возьму на 12 недель, если получится в два платежа"),
            List.of("Уезжаю на неделю в отпуск, без зала и гантелей.", "Как быть с программой?"),
            List.of("Здравствуйте! А есть занятия для мамы, ей 62?"));
    private static final List<String> TAGS =
            List.of("утро", "зал", "дом", "после родов", "бег", "вечер", "силовые", "VIP", "спина");
    private static final List<String> CALLS = List.of(
            "Созвонились: цель к лету, свободны три вечера в неделю.",
            "Рассказала про отличие 4 и 12 недель, берёт время подумать.",
            "Договорились о пробной консультации.",
            "Занималась раньше в зале, бросила из-за работы. Нужен короткий план.");
    private static final List<String> TASKS = List.of(
            "Позвонить и узнать, как прошла первая тренировка",
            "Прислать видео с техникой приседаний",
            "Напомнить про замеры",
            "Предложить программу на 12 недель",
            "Согласовать время консультации",
            "Уточнить, что с коленом, и заменить упражнения");

    private StudioTalks() {}

    /** Talks with people in the chat: some long answered, and of those who came last some not yet. */
    static void about(
            Calendar calendar, SandboxDesk desk, Guest guest, int number, int of, Instant comes, long trainer) {
        int unanswered = of - 1 - number;
        if (number % 4 == 2) {
            var talk = TALKS.get(number / 4 % TALKS.size());
            Instant asks = comes.plus(26, ChronoUnit.HOURS);
            calendar.at(asks, () -> guest.say(talk.question()));
            calendar.at(
                    asks.plus(12, ChronoUnit.MINUTES),
                    () -> desk.answer(calendar.business(), guest.chat(), talk.answer(), trainer));
            calendar.at(asks.plus(20, ChronoUnit.MINUTES), () -> guest.say(talk.thanks()));
        }
        if (unanswered % 4 == 0 && unanswered / 4 < UNANSWERED.size()) {
            Instant asks = calendar.ago(Duration.ofMinutes(55 + unanswered * 17L));
            calendar.at(asks.minusSeconds(60), () -> desk.read(calendar.business(), guest.chat()));
            List<String> lines = UNANSWERED.get(unanswered / 4);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                calendar.at(asks.plus(i * 40L, ChronoUnit.SECONDS), () -> guest.say(line));
            }
        } else {
            calendar.at(calendar.ago(Duration.ofMinutes(30)), () -> desk.read(calendar.business(), guest.chat()));
        }
    }

    static String tag(int number) {
        return TAGS.get(number % TAGS.size());
    }

    static String call(int number) {
        return CALLS.get(number / 4 % CALLS.size());
    }

    /** For one in three, spread from last week to the next: some overdue, some for today. */
    static Optional<Task> task(Calendar calendar, int number) {
        if (number % 3 != 0) {
            return Optional.empty();
        }
        int days = List.of(0, -2, 1, 0, -1, 3, 0, -4, 2, 5).get(number / 3 % 10);
        return Optional.of(new Task(TASKS.get(number / 3 % TASKS.size()), calendar.today(days, 11 + number % 7, 30)));
    }

    /** Money for advertising, by the week. */
    static List<Spend> spends(Calendar calendar) {
        LocalDate first = calendar.from().atZone(calendar.zone()).toLocalDate();
        return List.of(
                spend("instagram", first, 13, 6_500, "Таргет: сторис с отзывами"),
                spend("instagram", first.plusDays(14), 20, 9_000, "Таргет: «первая неделя бесплатно»"),
                spend("vk", first.plusDays(3), 20, 7_200, "Реклама в сообществах района"),
                spend("yandex", first.plusDays(7), 27, 5_400, "Директ: «тренировки дома»"));
    }

    private static Spend spend(String source, LocalDate from, int days, long rubles, String note) {
        return new Spend(0, source, from, from.plusDays(days), Money.rubles(rubles), note);
    }
}
