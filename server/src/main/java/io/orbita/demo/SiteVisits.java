package io.orbita.demo;

import io.orbita.businesses.Business;
import io.orbita.clients.Identity;
import io.orbita.demo.Guest.Person;
import io.orbita.platform.crypto.PublicId;
import io.orbita.site.ContactForm;
import io.orbita.site.website.Websites;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** People who fill the form on the site, and how staff goes on with them. */
@Component
class SiteVisits {
    private static final List<String> TO_STUDIO = List.of(
            "Здравствуйте! Хочу тренироваться дома, с чего начать?",
            "Интересует программа для зала, опыт около года.",
            "Подойдёт ли программа после родов?",
            "Хочу подготовиться к полумарафону.");
    private static final List<String> TO_SALON = List.of(
            "Можно записаться на стрижку?",
            "Сколько стоит окрашивание в один тон?",
            "Есть ли окно в субботу утром?",
            "Хочу сменить причёску, нужен совет мастера.",
            "Делаете ли укладку на выпускной?");
    private static final List<String> CAMPAIGNS = List.of("site", "yandex", "2gis", "instagram");

    private final ContactForm form;
    private final Websites websites;
    private final Crew crew;

    SiteVisits(ContactForm form, Websites websites, Crew crew) {
        this.form = form;
        this.websites = websites;
        this.crew = crew;
    }

    /** One every few days; half of them were called back. */
    void ofStudio(Calendar calendar, Business business, List<Person> people, long by) {
        for (int i = 0; i < people.size(); i++) {
            Instant comes = calendar.day(2 + i * (DemoLife.DAYS - 3) / people.size(), 10 + i % 9, i * 7 % 60);
            Identity visit = fills(calendar, business, people.get(i), TO_STUDIO.get(i % TO_STUDIO.size()), i, comes);
            if (i % 2 == 0) {
                calendar.at(
                        comes.plus(2, ChronoUnit.HOURS),
                        () -> crew.at(
                                calendar.business(),
                                visit,
                                by,
                                card -> card.mine()
                                        .tag("с сайта")
                                        .note("call", "Перезвонили, рассказали о программах, ждёт ссылку на бота.")
                                        .stage("consultation")));
            }
        }
    }

    /** Nearly everybody comes to the salon by the site, and goes from stage to stage by hand. */
    void ofSalon(Calendar calendar, Business business, List<Person> people, long by) {
        List<List<String>> ways = List.of(
                List.of("consultation", "purchased", "active"),
                List.of("consultation"),
                List.of("consultation", "deciding", "purchased"),
                List.of("consultation", "deciding"),
                List.of("inactive"),
                List.of("consultation", "purchased", "active", "finished"),
                List.of());
        for (int i = 0; i < people.size(); i++) {
            Instant comes = calendar.day(1 + i * (DemoLife.DAYS - 2) / people.size(), 9 + i % 11, i * 11 % 60);
            Identity visit = fills(calendar, business, people.get(i), TO_SALON.get(i % TO_SALON.size()), i, comes);
            List<String> way = ways.get(i % ways.size());
            for (int step = 0; step < way.size(); step++) {
                String stage = way.get(step);
                boolean first = step == 0;
                int number = i;
                calendar.at(
                        comes.plus(3 + step * 52L, ChronoUnit.HOURS),
                        () -> crew.at(calendar.business(), visit, by, card -> {
                            if (first) {
                                card.mine().tag(SalonTalks.tag(number)).note("call", SalonTalks.call(number));
                                SalonTalks.task(calendar, number).ifPresent(task -> card.task(task.text(), task.due()));
                            } else {
                                card.note("meeting", SalonTalks.visit(stage));
                            }
                            card.stage(stage);
                        }));
            }
        }
    }

    private Identity fills(
            Calendar calendar, Business business, Person person, String message, int number, Instant at) {
        String visitor = PublicId.random(22);
        calendar.at(
                at,
                () -> form.take(
                        business,
                        new ContactForm.Filled(
                                visitor,
                                person.fullName(),
                                person.phone(),
                                null,
                                message,
                                Map.of("utm_source", CAMPAIGNS.get(number % CAMPAIGNS.size())),
                                "",
                                websites.consent(business.id()))));
        return new Identity(Identity.Kind.VISITOR, visitor);
    }
}
