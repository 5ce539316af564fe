package io.orbita.demo;

import io.orbita.clients.Identity;
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
            "Виктория",
            "Елена",
            "Софья",
            "Людмила",
            "Евгения");
    private static final List<String> MEN = List.of(
            "Иван", "Алексей", "Дмитрий", "Сергей", "Павел", "Андрей", "Михаил", "Роман", "Глеб", "Никита", "Артём");
    private static final List<String> SURNAMES = List.of(
            "Соколов",
            "Лебедев",
            "Морозов",
            "Новиков",
            "Волков",
            "Зайцев",
            "Павлов",
            "Семёнов",
            "Голубев",
            "Виноградов",
            "Богданов",
            "Воробьёв",
            "Фёдоров",
            "Беляев",
            "Тарасов",
            "Комаров",
            "Орлов",
            "Киселёв",
            "Макаров",
            "Журавлёв",
            "Кузьмин",
            "Баранов",
            "Куликов");
    private static final List<String> CODES = List.of("903", "916", "925", "963", "985");
    private static final List<String> GOALS = List.of("Похудение", "Набор массы", "Подтянуть форму", "Выносливость");
    private static final List<String> LEVELS = List.of("Новичок", "Новичок", "Средний", "Продвинутый");
    private static final List<String> TROUBLES =
            List.of("Ничего не беспокоит", "Ничего не беспокоит", "Колени", "Спина", "Ничего не беспокоит");

    private final Random random;
    private final int first;

    /** @param first from which name on: people of one business do not repeat when their casts begin far enough from each other */
    Cast(long seed, int first) {
        this.random = new Random(seed);
        this.first = first;
    }

    /** So many people, three women to two men. */
    List<Person> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> person(first + number))
                .toList();
    }

    private Person person(int number) {
        boolean woman = number % 5 != 1 && number % 5 != 3;
        List<String> names = woman ? WOMEN : MEN;
        String surname = SURNAMES.get(number * 7 % SURNAMES.size());
        return new Person(
                names.get((woman ? number * 3 / 5 : number * 2 / 5) % names.size()),
                woman ? surname + "а" : surname,
                phone(number),
                answers(woman));
    }

    /** Of a range in which nobody is called. */
    private static Identity phone(int number) {
        return new Identity(
                Identity.Kind.PHONE, "+7%s000%04d".formatted(CODES.get(number % CODES.size()), 1_100 + number * 37));
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
                Map.entry("советы по тренировкам", pick(List.of("Да", "Да", "Нет, спасибо"))));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
