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
import java.util.Random;
import org.springframework.stereotype.Component;

/** What happens at the training studio: most people come by the bot, some by the site, some call. */
@Component
class StudioLife {
    private static final long FIRST_CHAT = 800_000;
    private static final int QUESTIONS = 18;
    private static final Duration THINKS = Duration.ofSeconds(25);
    private static final int BY_BOT = 10;
    private static final int BY_SITE = 13;
    private static final int BY_PHONE = 24;

    /** How far a person goes. */
    private enum Way {
        LOOKS_IN,
        STOPS_HALF_WAY,
        TAKES_THE_FREE_WEEK,
        ALMOST_BUYS,
        CHANGES_THEIR_MIND,
        BUYS,
        BUYS_FOR_LONG,
        TAKES_THE_MONEY_BACK
    }

    private static final List<Way> WAYS = List.of(
            Way.BUYS,
            Way.TAKES_THE_FREE_WEEK,
            Way.BUYS_FOR_LONG,
            Way.BUYS,
            Way.CHANGES_THEIR_MIND,
            Way.STOPS_HALF_WAY,
            Way.ALMOST_BUYS,
            Way.BUYS_FOR_LONG,
            Way.TAKES_THE_MONEY_BACK,
            Way.LOOKS_IN);
    private static final List<String> SOURCES =
            List.of("/start src_instagram", "/start src_vk", "/start src_yandex", "/start src_instagram", "/start");
    private static final List<String> WEEKS = List.of("Всё сделано", "Всё сделано", "Было тяжело", "Всё сделано");
    private static final List<Integer> SCORES = List.of(10, 9, 7, 10);
    private static final List<String> WHY = List.of(
            "Понравилось, что план подстраивается под неделю",
            "Всё понятно, видео помогают",
            "Хотелось бы больше растяжки",
            "Минус пять килограммов, спасибо!");

    private final SandboxBot bot;
    private final SandboxPlay till;
    private final SandboxDesk desk;
    private final Crew crew;
    private final SiteVisits site;
    private final Spending spending;

    StudioLife(SandboxBot bot, SandboxPlay till, SandboxDesk desk, Crew crew, SiteVisits site, Spending spending) {
        this.bot = bot;
        this.till = till;
        this.desk = desk;
        this.crew = crew;
        this.site = site;
        this.spending = spending;
    }

    void plan(Calendar calendar, Business business) {
        var random = new Random(21);
        long trainer =
                crew.somebody(business.id(), Role.TRAINER).map(StaffMember::id).orElseThrow();
        long manager =
                crew.somebody(business.id(), Role.MANAGER).map(StaffMember::id).orElseThrow();
        List<Person> people = new Cast(20, 0).people(BY_BOT);
        for (int i = 0; i < BY_BOT; i++) {
            // The first ones come in a bunch, so that some have finished by today.
            int day = i < 4 ? i / 2 : 2 + (i - 4) * (DemoLife.DAYS - 3) / (BY_BOT - 4);
            var guest = new Guest(bot, business.id(), FIRST_CHAT + i, people.get(i));
            Instant comes = calendar.day(day, 9 + random.nextInt(11), random.nextInt(60));
            walk(calendar, guest, WAYS.get(i % WAYS.size()), i, comes);
            care(calendar, guest, i, comes, i % 3 == 0 ? manager : trainer);
            StudioTalks.about(calendar, desk, guest, i, BY_BOT, comes, trainer);
        }
        site.ofStudio(calendar, business, new Cast(22, BY_BOT).people(BY_SITE), manager);
        new PhoneCalls(crew).ofStudio(calendar, new Cast(23, BY_BOT + BY_SITE).people(BY_PHONE), manager);
        calendar.at(calendar.day(1, 9, 0), () -> spend(calendar));
    }

    private void walk(Calendar calendar, Guest guest, Way way, int number, Instant comes) {
        calendar.at(comes, () -> guest.say(SOURCES.get(number % SOURCES.size())));
        if (way == Way.LOOKS_IN) {
            return;
        }
        Instant at = comes.plus(THINKS);
        calendar.at(at, () -> guest.press("бесплатную"));
        int answers = way == Way.STOPS_HALF_WAY ? 4 + number % 4 : QUESTIONS;
        for (int i = 0; i < answers; i++) {
            at = at.plus(THINKS);
            calendar.at(at, guest::answer);
        }
        if (way != Way.TAKES_THE_FREE_WEEK && way != Way.STOPS_HALF_WAY) {
            buys(calendar, guest, way, number, at.plus(2L + number % 5 * 9L, ChronoUnit.HOURS));
        }
    }

    private void buys(Calendar calendar, Guest guest, Way way, int number, Instant decides) {
        String tariff = way == Way.BUYS ? "4 недели" : "12 недель";
        calendar.at(decides, () -> guest.press(tariff));
        if (way == Way.CHANGES_THEIR_MIND) {
            calendar.at(
                    decides.plus(3, ChronoUnit.HOURS),
                    () -> crew.at(
                            calendar.business(),
                            guest.identity(),
                            manager(calendar),
                            card -> card.cancelOrder()
                                    .note("call", "Передумал покупать: дорого, вернёмся к разговору через месяц.")
                                    .stage("inactive")));
        }
        if (way == Way.CHANGES_THEIR_MIND || way == Way.ALMOST_BUYS) {
            return;
        }
        calendar.at(
                decides.plusSeconds(140), () -> guest.order().forEach(order -> till.pay(calendar.business(), order)));
        if (way == Way.TAKES_THE_MONEY_BACK) {
            calendar.at(
                    decides.plus(2, ChronoUnit.DAYS),
                    () -> crew.at(
                            calendar.business(),
                            guest.identity(),
                            manager(calendar),
                            card -> card.refund("Травма, врач запретил нагрузку")
                                    .note("call", "Вернули оплату: травма колена, врач запретил нагрузку.")
                                    .tag("возврат")
                                    .stage("inactive")));
            return;
        }
        trains(calendar, guest, number, decides);
        if (way == Way.BUYS) {
            isOver(calendar, guest, number, decides.plus(28, ChronoUnit.DAYS));
        }
    }

    private long manager(Calendar calendar) {
        return crew.somebody(calendar.business(), Role.MANAGER)
                .map(StaffMember::id)
                .orElseThrow();
    }

    /** Measures before the first week and after each, and tells how each went when asked. */
    private static void trains(Calendar calendar, Guest guest, int number, Instant bought) {
        double weight = 64 + number * 0.7;
        measures(calendar, guest, weight, 72 + number % 15, bought.plus(3, ChronoUnit.HOURS));
        for (int week = 1; week <= 4; week++) {
            Instant told = bought.plus(week * 7L, ChronoUnit.DAYS).plus(6, ChronoUnit.HOURS);
            String answer = WEEKS.get((number + week) % WEEKS.size());
            calendar.at(told, () -> guest.press("Отметить неделю"));
            calendar.at(told.plus(THINKS), () -> guest.press(answer));
            if (number % 3 == 2 || number % 4 == 0) {
                measures(
                        calendar,
                        guest,
                        weight - week * (0.5 + number % 4 * 0.1),
                        72 + number % 15 - week,
                        told.plus(10, ChronoUnit.MINUTES));
            }
        }
    }

    private static void measures(Calendar calendar, Guest guest, double weight, int waist, Instant at) {
        calendar.at(at, () -> guest.say("/progress"));
        calendar.at(at.plus(THINKS), () -> guest.say("%.1f".formatted(weight).replace('.', ',')));
        calendar.at(at.plus(THINKS.multipliedBy(2)), () -> guest.say(String.valueOf(waist)));
        calendar.at(at.plus(THINKS.multipliedBy(3)), () -> guest.press("Закончить"));
    }

    /** Says what the programme was worth, on one of the days after it. */
    private static void isOver(Calendar calendar, Guest guest, int number, Instant end) {
        int score = SCORES.get(number / 2 % SCORES.size());
        for (int hours = 20; hours <= 90; hours += 14) {
            Instant at = end.plus(hours, ChronoUnit.HOURS);
            calendar.at(at, () -> {
                if (guest.pressExactly(String.valueOf(score))) {
                    calendar.at(at.plus(THINKS), () -> guest.say(WHY.get(number / 2 % WHY.size())));
                }
            });
        }
    }

    /** What staff makes of somebody who came by the bot. */
    private void care(Calendar calendar, Guest guest, int number, Instant comes, long by) {
        calendar.at(
                comes.plus(4, ChronoUnit.HOURS),
                () -> crew.at(calendar.business(), guest.identity(), by, card -> {
                    card.mine().tag(StudioTalks.tag(number));
                    if (number % 2 == 0) {
                        card.phone(guest.person().phone());
                    }
                    if (number % 4 == 1) {
                        card.note("call", StudioTalks.call(number));
                    }
                    StudioTalks.task(calendar, number).ifPresent(task -> card.task(task.text(), task.due()));
                }));
    }

    private void spend(Calendar calendar) {
        StudioTalks.spends(calendar).forEach(spend -> spending.add(calendar.business(), spend));
    }
}
