package io.orbita.site.pages;

import io.orbita.businesses.Business;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.Tariff;
import io.orbita.dialogues.Dialogues;
import io.orbita.messaging.Messaging;
import io.orbita.site.website.Accent;
import io.orbita.site.website.Website;
import io.orbita.site.website.Websites;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the site of a business together out of what it has set, sells and answers; inside the business. */
@Component
@Transactional(readOnly = true)
class Sites {
    private static final int FULL_PROGRAM_WEEKS = 12;
    private static final int LONGEST_SOURCE = 56;

    private final Websites websites;
    private final Catalog catalog;
    private final Dialogues dialogues;
    private final Messaging messaging;
    private final Paper paper;
    private final String base;

    Sites(
            Websites websites,
            Catalog catalog,
            Dialogues dialogues,
            Messaging messaging,
            Paper paper,
            @Value("${orbita.public-url:http://localhost:8080}") String base) {
        this.websites = websites;
        this.catalog = catalog;
        this.dialogues = dialogues;
        this.messaging = messaging;
        this.paper = paper;
        this.base = base.replaceAll("/+$", "");
    }

    /** The site itself with its form as it stands. */
    ResponseEntity<String> landing(int status, Business business, Filled form) {
        Website site = websites.of(business).website();
        List<Tariff> tariffs = catalog.onSale(business.id());
        boolean training = tariffs.stream().anyMatch(tariff -> tariff.programmeWeeks() > 0);
        Shell shell = shell(business, site, site.search().title(), training, true);
        return paper.draw(
                status,
                "landing",
                shell,
                Map.of(
                        "shell",
                        shell,
                        "site",
                        site,
                        "tags",
                        tags(tariffs, site),
                        "faq",
                        dialogues.faq(business.id()),
                        "bot",
                        bot(business, form.utm()),
                        "form",
                        form),
                site.about().picture());
    }

    /** After a form that was sent without scripts. */
    ResponseEntity<String> thanks(Business business, String bot) {
        Website site = websites.of(business).website();
        Shell shell = shell(business, site, "Заявка отправлена", false, false);
        return paper.draw(201, "thanks", shell, Map.of("shell", shell, "site", site, "bot", bot));
    }

    /** What a visitor agrees to, with its version. */
    ResponseEntity<String> consent(Business business) {
        Website site = websites.of(business).website();
        var wording = Websites.consent(site);
        return text(
                business,
                site,
                "Согласие на обработку персональных данных",
                List.of(wording.text(), "Редакция: " + wording.version() + "."));
    }

    /** The privacy policy of a business that has none of its own. */
    ResponseEntity<String> privacy(Business business) {
        Website site = websites.of(business).website();
        String operator = site.legal().operator().isBlank()
                ? business.name()
                : business.name() + ", " + site.legal().operator();
        String where = site.contacts().email().isBlank()
                ? "в боте или по контактам на сайте"
                : "по адресу " + site.contacts().email();
        return text(
                business,
                site,
                "Персональные данные",
                List.of(
                        "За обработку данных отвечает " + operator + ".",
                        "Мы храним то, что вы сами написали в заявке, в чате с ботом и в кабинете: имя, контакты, ответы на анкету, замеры и отметки. Это нужно, чтобы составить программу, провести оплату и отвечать на вопросы.",
                        "Сайт не ставит рекламных и счётных cookie. Посещения считаются без имён: по ним нельзя узнать человека.",
                        "Данные о карте вводятся на странице банка, у нас их нет.",
                        "В кабинете можно скачать всё, что мы о вас знаем, и стереть это. Сведения об оплатах остаются столько, сколько требует закон, уже без вашего имени.",
                        "Спросить о данных или отозвать согласие можно " + where + "."));
    }

    private ResponseEntity<String> text(Business business, Website site, String heading, List<String> paragraphs) {
        Shell shell = shell(business, site, heading, false, false);
        return paper.draw(
                200, "text", shell, Map.of("shell", shell, "site", site, "heading", heading, "paragraphs", paragraphs));
    }

    private Shell shell(Business business, Website site, String title, boolean training, boolean landing) {
        String home = "/s/" + business.slug();
        var contacts = site.contacts();
        return new Shell(
                title,
                landing ? site.search().description() : "",
                business.name(),
                home,
                landing ? business.slug() : null,
                landing ? base + home : null,
                site.search().picture(),
                landing && site.search().indexed(),
                Accent.of(site.look().accent()).orElseThrow().css(),
                training,
                !(contacts.phone() + contacts.email() + contacts.address() + contacts.hours()).isBlank()
                        || !contacts.links().isEmpty(),
                paper.assets(),
                landing && site.widget().enabled()
                        ? new Shell.Chat(site.look().accent(), site.widget().position())
                        : null);
    }

    private static List<PriceTag> tags(List<Tariff> tariffs, Website site) {
        Long wanted = site.prices().highlighted();
        long highlighted = tariffs.stream()
                .filter(tariff ->
                        wanted == null ? tariff.programmeWeeks() == FULL_PROGRAM_WEEKS : tariff.id() == wanted)
                .mapToLong(Tariff::id)
                .findFirst()
                .orElse(0);
        return tariffs.stream()
                .map(tariff -> new PriceTag(tariff, tariff.id() == highlighted))
                .toList();
    }

    /** The link into the bot says where the visitor came from, as far as a payload of Telegram can. */
    private String bot(Business business, Map<String, String> utm) {
        String source = utm.getOrDefault("utm_source", "").replaceAll("[^A-Za-z0-9_-]", "_");
        String payload =
                "src_" + (source.isEmpty() ? "site" : source.substring(0, Math.min(source.length(), LONGEST_SOURCE)));
        return messaging.botLink(business.id(), payload).orElse("");
    }
}
