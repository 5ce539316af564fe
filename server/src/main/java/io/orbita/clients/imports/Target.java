package io.orbita.clients.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column can go to, beside own fields; each knows by which titles it is called in other people's tables. */
enum Target {
    NAME("Имя", "имя", "фио", "ф.и.о.", "клиент", "name", "full name", "имя клиента", "контакт", "имя и фамилия"),
    FIRST_NAME("Имя (отдельно)", "first name", "first_name", "имя клиента (имя)"),
    LAST_NAME("Фамилия", "фамилия", "last name", "last_name", "surname"),
    MIDDLE_NAME("Отчество", "отчество", "middle name", "middle_name"),
    PHONES(
            "Телефон",
            "телефон",
            "телефоны",
            "тел",
            "тел.",
            "моб",
            "мобильный",
            "мобильный телефон",
            "номер телефона",
            "phone",
            "phones",
            "mobile",
            "рабочий телефон",
            "сотовый",
            "контактный телефон"),
    EMAILS("Почта", "почта", "e-mail", "email", "emails", "mail", "эл. почта", "электронная почта", "адрес почты"),
    TELEGRAM_USERNAME(
            "Ник в Telegram", "telegram", "телеграм", "телеграмм", "ник", "nick", "username", "telegram_username"),
    SOURCE("Источник", "источник", "source", "откуда", "канал", "рекламный источник"),
    TAGS("Метки", "метки", "теги", "тег", "tags", "tag", "категория", "категории"),
    STAGE("Этап воронки", "этап", "стадия", "статус", "stage", "status", "этап сделки", "этап воронки"),
    ASSIGNED_TO("Ответственный", "ответственный", "менеджер", "тренер", "assigned_to", "manager", "assigned to"),
    NEXT_CONTACT_AT("Следующий контакт", "следующий контакт", "next contact", "next_contact_at", "перезвонить"),
    GENDER("Пол", "пол", "gender", "sex"),
    BIRTH_DATE("Дата рождения", "дата рождения", "день рождения", "др", "д.р.", "birth_date", "birthday", "birth date"),
    AGE("Возраст", "возраст", "age", "лет"),
    EXPERIENCE("Опыт", "опыт", "уровень", "experience", "подготовка"),
    GOAL("Цель", "цель", "goal"),
    HEIGHT_CM("Рост, см", "рост", "рост, см", "рост (см)", "height", "height_cm"),
    WEIGHT_KG("Вес, кг", "вес", "вес, кг", "вес (кг)", "weight", "weight_kg"),
    LIFESTYLE("Образ жизни", "образ жизни", "lifestyle", "активность"),
    DAYS_PER_WEEK("Дней в неделю", "дней в неделю", "days_per_week", "тренировок в неделю"),
    LOCATION("Место занятий", "место занятий", "место", "location", "зал"),
    EQUIPMENT("Оборудование", "оборудование", "инвентарь", "equipment"),
    LIMITATIONS_TEXT(
            "Ограничения", "ограничения", "травмы", "противопоказания", "здоровье", "limitations", "limitations_text"),
    NOTES(
            "Заметки",
            "заметки",
            "заметка",
            "комментарий",
            "комментарии",
            "примечание",
            "примечания",
            "notes",
            "note",
            "comment"),
    TIME_ZONE("Часовой пояс", "часовой пояс", "time_zone", "timezone");

    /** Answers in words and as they are kept; any other word of a text stays as it is. */
    private static final Map<Target, Map<String, String>> WORDS = Map.of(
            GENDER,
            words("male=м,муж,муж.,мужской,мужчина,male,m", "female=ж,жен,жен.,женский,женщина,female,f"),
            EXPERIENCE,
            words("beginner=новичок,начинающий,начальный,нет", "intermediate=средний", "advanced=продвинутый,опытный"),
            GOAL,
            words(
                    "weight_loss=похудение,похудеть,снижение веса,сбросить вес",
                    "muscle=набор массы,масса,набрать массу",
                    "shape=поддержание формы,форма,тонус",
                    "endurance=выносливость"),
            LIFESTYLE,
            words(
                    "sedentary=сидячий,малоподвижный",
                    "moderate=умеренная активность,умеренный",
                    "active=высокая активность,активный"),
            LOCATION,
            words("home=дом,дома", "gym=зал,в зале,тренажерный зал,тренажёрный зал", "outdoor=улица,на улице"));

    private final String title;
    private final List<String> names;

    Target(String title, String... names) {
        this.title = title;
        this.names = List.of(names);
    }

    private static Map<String, String> words(String... lines) {
        return Arrays.stream(lines)
                .map(line -> line.split("=", 2))
                .flatMap(pair -> Arrays.stream(pair[1].split(",")).map(word -> Map.entry(word, pair[0])))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** As it is called in the API: {@code birth_date}. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    static Optional<Target> of(String field) {
        return Arrays.stream(values())
                .filter(target -> target.field().equals(field))
                .findFirst();
    }

    /** The target whose title, or another name of it, this is. */
    static Optional<Target> called(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
        String exact = title.toLowerCase(Locale.ROOT).strip();
        return Arrays.stream(values())
                .filter(target -> target.names.contains(exact)
                        || target.names.contains(plain)
                        || target.title.toLowerCase(Locale.ROOT).equals(exact))
                .findFirst();
    }

    /** The code of an answer in words; the text itself when it is none of them. */
    String code(String text) {
        return WORDS.getOrDefault(this, Map.of())
                .getOrDefault(text.toLowerCase(Locale.ROOT).strip(), text);
    }

    /** Whether several columns may go to it. */
    boolean many() {
        return switch (this) {
            case PHONES, EMAILS, TAGS, EQUIPMENT, NOTES -> true;
            default -> false;
        };
    }
}
