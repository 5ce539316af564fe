package io.orbita.demo;

import io.orbita.demo.Guest.Person;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The people of the sample businesses; all of them are invented, and always the same. */
final class Cast {
    private static final List<String> WOMEN = List.of(
            "Анна",
            "Мария",
            "Ольга",
            "Екатерина",
            "Ирина",
            "Наталья",
            "Светлана",
            "Юлия",
            "Дарья",
            "Полина",
            "Вера",
            "Алина",
            "Марина",
            "Ксения",
            "Татьяна",
            "Виктория");
    private static final List<String> MEN =
            List.of("Иван", "Алексей", "Дмитрий", "Сергей", "Павел", "Андрей", "Михаил", "Роман", "Глеб", "Никита");
    private static final List<String> GOALS = List.of("Похудение", "Набор массы", "Подтянуть форму", "Выносливость");
    private static final List<String> LEVELS = List.of("Новичок", "Новичок", "Средний", "Продвинутый");
    private static final List<String> TROUBLES =
            List.of("Ничего не беспокоит", "Ничего не беспокоит", "Колени", "Спина", "Ничего не беспокоит");

    private final Random random;

    Cast(long seed) {
        this.random = new Random(seed);
    }

    /** So many people, three women to two men. */
    List<Person> people(int count) {
        return IntStream.range(0, count).mapToObj(this::person).toList();
    }

    private Person person(int number) {
        boolean woman = number % 5 != 1 && number % 5 != 3;
        List<String> names = woman ? WOMEN : MEN;
        return new Person(names.get((woman ? number * 3 / 5 : number * 2 / 5) % names.size()), answers(woman));
    }

    private Map<String, String> answers(boolean woman) {
        String home = pick(List.of("Дом", "Зал", "Дом"));
        return Map.ofEntries(
                Map.entry("бесплатно, минуты", "бесплатную"),
                Map.entry("Бесплатно", "бесплатную"),
                Map.entry("Ваш пол", woman ? "Женский" : "Мужской"),
                Map.entry("полных лет", String.valueOf(21 + random.nextInt(34))),
                Map.entry("опыт тренировок", pick(LEVELS)),
                Map.entry("Какая у вас цель", pick(GOALS)),
                Map.entry("Какой у вас рост", String.valueOf((woman ? 158 : 170) + random.nextInt(20))),
                Map.entry("Какой у вас вес", (woman ? 54 : 70) + random.nextInt(30) + ",5"),
                Map.entry("обычный день", pick(List.of("Сидячий", "Умеренно активный", "Очень активный"))),
                Map.entry("Сколько дней в неделю", String.valueOf(2 + random.nextInt(4))),
                Map.entry("Где будете", home),
                Map.entry("из инвентаря", pick(List.of("Гантели", "Резинки", "Ничего нет"))),
                Map.entry("по здоровью", pick(TROUBLES)),
                Map.entry("Расскажите в двух словах", "Иногда ноет после долгого дня"),
                Map.entry("Почти готово", "Даю согласие"),
                Map.entry("советы по тренировкам", pick(List.of("Да", "Нет, спасибо"))));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
