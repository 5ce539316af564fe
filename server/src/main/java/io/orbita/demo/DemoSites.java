package io.orbita.demo;

import io.orbita.businesses.Business;
import io.orbita.site.website.Website;
import io.orbita.site.website.Websites;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The sites of the sample businesses: invented people and addresses, as everything in the demo. */
@Component
class DemoSites {
    private static final String DEMO = "demo";
    private static final String CONSENT =
            "Я согласен на обработку моих персональных данных (имя, телефон, адрес электронной почты и текст обращения), чтобы студия связалась со мной по заявке. "
                    + "Согласие можно отозвать в любой момент.";

    private final Websites websites;

    DemoSites(Websites websites) {
        this.websites = websites;
    }

    /** Before anybody can sign in; nothing when the site was set already. */
    void layOut(Business business) {
        if (websites.of(business).version() == 0) {
            websites.layOut(business.id(), business.slug().equals(DEMO) ? studio() : salon());
        }
    }

    private static Map<String, Object> studio() {
        return Map.of(
                "results",
                new Website.Results(
                        "Что говорят клиенты",
                        List.of(
                                new Website.Review(
                                        "Марина, 34 года",
                                        "12 недель дома",
                                        "Раньше бросала на второй неделе. Здесь план сам стал легче, когда я заболела, и я просто продолжила."),
                                new Website.Review(
                                        "Олег, 41 год",
                                        "зал, три раза в неделю",
                                        "Прихожу и знаю, что делать: веса записаны, отдых считает таймер. Спина больше не болит."),
                                new Website.Review(
                                        "Света, 27 лет",
                                        "минус 6 кг за программу",
                                        "Понравилось, что на вопросы отвечает живой тренер, а не общие советы из интернета."))),
                "contacts",
                new Website.Contacts(
                        "Контакты",
                        "+7 495 123-45-67",
                        "hello@dvizhenie.example",
                        "Москва, Большая Садовая, 10",
                        "каждый день с 9 до 21",
                        List.of()),
                "legal",
                new Website.Legal(null, null, CONSENT, "ИП Примеров П. П., ИНН 770000000000"));
    }

    private static Map<String, Object> salon() {
        return Map.of(
                "look",
                new Website.Look("#8f3f71"),
                "offer",
                new Website.Offer(
                        "Стрижка, с которой не надо мучиться по утрам",
                        "Подберём форму под ваши волосы и под то, сколько времени вы готовы на них тратить. Запись в чате, без звонков.",
                        "Записаться в чате",
                        List.of(
                                new Website.Fact("60 минут", "стрижка и укладка"),
                                new Website.Fact("5 визитов", "в абонементе"))),
                "steps",
                new Website.Steps(
                        "Как это работает",
                        List.of(
                                new Website.Point(
                                        "Напишите нам", "Расскажите, что хочется изменить. Можно прислать фото."),
                                new Website.Point("Выберите время", "Предложим окна у подходящего мастера."),
                                new Website.Point("Приходите", "Мастер ещё раз всё обсудит с вами до первой пряди."))),
                "about",
                new Website.About(
                        "Салон «Ромашка»",
                        "Небольшой салон на четыре кресла. Работаем по записи, поэтому без очередей и спешки.\n\nМастера учатся каждый сезон и честно говорят, если стрижка вам не пойдёт.",
                        List.of(
                                "Цена известна заранее",
                                "Поправим бесплатно в течение недели",
                                "Кофе и тишина по желанию"),
                        null),
                "prices",
                new Website.Prices("Цены", "С абонементом выгоднее, чем ходить по одному разу.", null),
                "search",
                new Website.Search(
                        "Салон Ромашка: стрижки и укладки",
                        "Стрижки и укладки по записи, без очередей. Абонемент на пять визитов.",
                        null,
                        true),
                "contacts",
                new Website.Contacts(
                        "Контакты",
                        "+7 495 765-43-21",
                        "",
                        "Москва, Малая Бронная, 4",
                        "с 10 до 21 без выходных",
                        List.of()),
                "widget",
                new Website.Widget(
                        true,
                        "Здравствуйте! Подскажем по стрижкам, ценам и свободному времени.",
                        List.of("Узнать цены", "Частые вопросы", "Хочу записаться"),
                        "right",
                        List.of()));
    }
}
