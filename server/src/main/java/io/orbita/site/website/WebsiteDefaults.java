package io.orbita.site.website;

import io.orbita.site.website.Website.Block;
import io.orbita.site.website.Website.Fact;
import io.orbita.site.website.Website.Point;
import java.util.List;

/** The site of a business that has set nothing: true of every business, so no figures and no praise are invented for it. */
final class WebsiteDefaults {
    static final String CONSENT =
            "Я согласен на обработку моих персональных данных (имя, телефон, адрес электронной почты и текст обращения), чтобы со мной связались по моей заявке. "
                    + "Согласие можно отозвать в любой момент.";

    private WebsiteDefaults() {}

    static Website of(String business) {
        return new Website(
                new Website.Look("#166547"),
                new Website.Layout(List.of(
                        Block.STEPS,
                        Block.ABOUT,
                        Block.RESULTS,
                        Block.PRICES,
                        Block.QUESTIONS,
                        Block.FORM,
                        Block.CONTACTS)),
                new Website.Offer(
                        "Тренировки, которые вы доведёте до конца",
                        "Ответьте на несколько вопросов, и через две минуты у вас будет бесплатная неделя под вашу цель, инвентарь и график. Дальше поведём мы.",
                        "Получить программу бесплатно",
                        List.of(
                                new Fact("2 минуты", "от ответов до программы"),
                                new Fact("12 недель", "в полной программе"),
                                new Fact("0 ₽", "за первую неделю"))),
                new Website.Steps(
                        "Как это работает",
                        List.of(
                                new Point(
                                        "Ответьте на вопросы",
                                        "Цель, опыт, сколько дней в неделю, где занимаетесь и что есть под рукой. Всё в чате, кнопками."),
                                new Point(
                                        "Попробуйте первую неделю",
                                        "Бот сразу пришлёт программу файлом: упражнения по дням, подходы, повторы, отдых и замены."),
                                new Point(
                                        "Занимайтесь по полной программе",
                                        "Нагрузка растёт по плану и подстраивается под то, как прошла неделя. Отметки и замеры ведите в кабинете."))),
                new Website.About(
                        business,
                        """
                        Мы собираем программу под человека, а не человека под программу: учитываем опыт, график, инвентарь и ограничения по здоровью.

                        Вы всегда знаете, что делать сегодня и зачем. Если неделя не задалась, план меняется, и вы не начинаете сначала.""",
                        List.of(
                                "Упражнения с техникой и заменами",
                                "Разгрузочные недели по плану",
                                "Ответим на вопросы в чате"),
                        null),
                new Website.Results("Что говорят клиенты", List.of()),
                new Website.Prices(
                        "Начните бесплатно, платите за продолжение",
                        "Первая неделя бесплатная. Полную программу пришлём сразу после оплаты.",
                        null),
                new Website.Questions("Частые вопросы"),
                new Website.Contacts("Контакты", "", "", "", "", List.of()),
                new Website.Search(
                        business.length() > 40 ? business.substring(0, 40) : business + ": программы тренировок",
                        "Программа тренировок под вашу цель, опыт и график. Первая неделя бесплатно, через две минуты после ответов на вопросы.",
                        null,
                        true),
                new Website.Widget(
                        true,
                        "Здравствуйте! Подскажем с программой, ценами и тренировками.",
                        List.of("Получить бесплатную программу", "Узнать цены", "Частые вопросы"),
                        "right",
                        List.of()),
                new Website.Legal(null, null, CONSENT, ""));
    }
}
