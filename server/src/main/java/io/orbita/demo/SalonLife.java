package io.orbita.demo;

import io.orbita.analytics.Spending;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.businesses.StaffMember;
import io.orbita.demo.Guest.Person;
import io.orbita.messaging.sandbox.SandboxBot;
import io.orbita.messaging.sandbox.SandboxDesk;
import io.orbita.payments.SandboxPlay;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happens at the hairdresser's: people come by the site or call, some buy in the bot. */
@Component
class SalonLife {
    private static final long FIRST_CHAT = 900_000;
    private static final int BY_BOT = 5;
    private static final int BY_SITE = 22;
    private static final int BY_PHONE = 18;

    private final SandboxBot bot;
    private final SandboxPlay till;
    private final SandboxDesk desk;
    private final Crew crew;
    private final SiteVisits site;
    private final Spending spending;

    SalonLife(SandboxBot bot, SandboxPlay till, SandboxDesk desk, Crew crew, SiteVisits site, Spending spending) {
        this.bot = bot;
        this.till = till;
        this.desk = desk;
        this.crew = crew;
        this.site = site;
        this.spending = spending;
    }

    void plan(Calendar calendar, Business business) {
        long manager =
                crew.somebody(business.id(), Role.MANAGER).map(StaffMember::id).orElseThrow();
        List<Person> people = new Cast(24, 60).people(BY_BOT);
        for (int i = 0; i < BY_BOT; i++) {
            Instant comes = calendar.day(2 + i * (DemoLife.DAYS - 3) / BY_BOT, 11 + i % 8, i * 17 % 60);
            buys(calendar, new Guest(bot, business.id(), FIRST_CHAT + i, people.get(i)), i, comes, manager);
        }
        site.ofSalon(calendar, business, new Cast(25, 70).people(BY_SITE), manager);
        new PhoneCalls(crew).ofSalon(calendar, new Cast(26, 95).people(BY_PHONE), manager);
        calendar.at(
                calendar.day(1, 9, 0),
                () -> SalonTalks.spends(calendar).forEach(spend -> spending.add(calendar.business(), spend)));
    }

    /** Orders in the bot; most pay, one gives it up, the last leaves it open. */
    private void buys(Calendar calendar, Guest guest, int number, Instant comes, long by) {
        calendar.at(comes, () -> guest.say(number % 2 == 0 ? "/start src_instagram" : "/start src_2gis"));
        calendar.at(comes.plusSeconds(30), () -> guest.say("/prices"));
        calendar.at(comes.plusSeconds(75), () -> guest.press(number % 3 == 0 ? "Абонемент" : "Стрижка"));
        boolean pays = number % 4 != 3 && number < BY_BOT - 1;
        if (pays) {
            calendar.at(
                    comes.plusSeconds(190), () -> guest.order().forEach(order -> till.pay(calendar.business(), order)));
        }
        calendar.at(
                comes.plus(2, ChronoUnit.HOURS),
                () -> crew.at(calendar.business(), guest.identity(), by, card -> {
                    card.mine().phone(guest.person().phone()).tag(SalonTalks.tag(number));
                    if (pays) {
                        card.note("call", "Подобрали время и мастера.");
                    } else if (number < BY_BOT - 1) {
                        card.cancelOrder().note("call", "Передумали записываться на эту неделю.");
                    }
                }));
        if (pays && number < 5) {
            calendar.at(
                    comes.plus(3, ChronoUnit.DAYS),
                    () -> crew.at(
                            calendar.business(),
                            guest.identity(),
                            by,
                            card -> card.note("meeting", SalonTalks.visit("active"))
                                    .stage("active")));
        }
        if (number >= BY_BOT - 3) {
            Instant asks = calendar.ago(Duration.ofMinutes(95 + number * 10L));
            calendar.at(asks.minusSeconds(5), () -> desk.read(calendar.business(), guest.chat()));
            calendar.at(asks, () -> guest.say(SalonTalks.question(number)));
        } else {
            calendar.at(
                    comes.plus(3, ChronoUnit.HOURS),
                    () -> desk.answer(calendar.business(), guest.chat(), "Спасибо! Ждём вас, адрес: Садовая, 12.", by));
        }
    }
}
