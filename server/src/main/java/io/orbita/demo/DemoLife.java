package io.orbita.demo;

import io.orbita.businesses.Business;
import io.orbita.clients.Actions;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.spi.StageNames;
import io.orbita.demo.Guest.Person;
import io.orbita.messaging.sandbox.SandboxBot;
import io.orbita.payments.SandboxPlay;
import io.orbita.pipeline.Moves;
import io.orbita.pipeline.Place;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jobs.DueWorker;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.site.ContactForm;
import io.orbita.site.website.Websites;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * A month of a sample business: people come, answer, get a programme, buy or do not, and the bot does on each day what it would have done. All of it goes through
 * public doors on a clock that is set back; what it does not show is what nobody would have done.
 */
@Component
class DemoLife {
    private static final int DAYS = 30;
    private static final long FIRST_CHAT = 800_000;
    private static final int QUESTIONS = 18;
    private static final Duration THINKS = Duration.ofSeconds(25);

    private final Clients clients;
    private final Doors doors;
    private final DueWorker worker;
    private final Clock clock;

    DemoLife(Clients clients, Doors doors, DueWorker worker, Clock clock) {
        this.clients = clients;
        this.doors = doors;
        this.worker = worker;
        this.clock = clock;
    }

    /** The doors that the people of the story come in by. */
    @Component
    record Doors(
            SandboxBot bot,
            SandboxPlay till,
            ContactForm form,
            Websites websites,
            Moves moves,
            StageNames stages,
            Actions actions) {}

    /** How far a person goes. */
    private enum Way {
        LOOKS_IN,
        STOPS_HALF_WAY,
        TAKES_THE_FREE_WEEK,
        ALMOST_BUYS,
        BUYS
    }

    private static final List<Way> WAYS = List.of(
            Way.BUYS,
            Way.TAKES_THE_FREE_WEEK,
            Way.LOOKS_IN,
            Way.BUYS,
            Way.ALMOST_BUYS,
            Way.STOPS_HALF_WAY,
            Way.TAKES_THE_FREE_WEEK,
            Way.BUYS);

    private static final List<String> WEEKS = List.of("Всё сделано", "Всё сделано", "Было тяжело");

    /** Nothing when somebody is there already. */
    void lead(Business business) {
        boolean empty = Tenancy.in(
                business.id(),
                () -> clients.countByStage(business.id()).values().stream().noneMatch(count -> count > 0));
        if (!empty) {
            return;
        }
        Instant now = clock.instant();
        Instant from = now.minus(DAYS, ChronoUnit.DAYS);
        Story.live(worker, business.id(), from, now, story -> {
            if (business.slug().equals("demo")) {
                training(story, business, from);
            } else {
                salon(story, business, from);
            }
        });
    }

    private void training(Story story, Business business, Instant from) {
        List<Person> people = new Cast(20).people(24);
        var random = new Random(21);
        for (int i = 0; i < people.size(); i++) {
            Instant comes = day(business, from, i * DAYS / people.size(), random);
            walk(story, people.get(i), FIRST_CHAT + i, WAYS.get(i % WAYS.size()), i, comes);
        }
        for (Person person : new Cast(22).people(4)) {
            fills(
                    story,
                    business,
                    person,
                    "Здравствуйте! Хочу тренироваться дома, с чего начать?",
                    day(business, from, 3 + random.nextInt(25), random));
        }
    }

    private void walk(Story story, Person person, long chat, Way way, int number, Instant comes) {
        var guest = new Guest(doors.bot(), story.business(), chat, person);
        String source = number % 3 == 0 ? "/start src_instagram" : number % 3 == 1 ? "/start src_vk" : "/start";
        story.at(comes, () -> guest.say(source));
        if (way == Way.LOOKS_IN) {
            return;
        }
        Instant at = comes.plus(THINKS);
        story.at(at, () -> guest.press("бесплатную"));
        int answers = way == Way.STOPS_HALF_WAY ? 4 + number % 4 : QUESTIONS;
        for (int i = 0; i < answers; i++) {
            at = at.plus(THINKS);
            story.at(at, guest::answer);
        }
        if (way == Way.ALMOST_BUYS || way == Way.BUYS) {
            Instant decides = at.plus(20L + number * 7L, ChronoUnit.HOURS);
            story.at(decides, () -> guest.press(number % 4 == 0 ? "4 недели" : "12 недель"));
            if (way == Way.BUYS) {
                story.at(
                        decides.plusSeconds(140),
                        () -> guest.order().forEach(order -> doors.till().pay(story.business(), order)));
                trains(story, guest, number, decides);
            }
        }
    }

    /** Measures before the first week, and tells how each week went when asked. */
    private static void trains(Story story, Guest guest, int number, Instant bought) {
        Instant measured = bought.plus(5, ChronoUnit.HOURS);
        story.at(measured, () -> guest.say("/progress"));
        story.at(measured.plus(THINKS), () -> guest.say(String.valueOf(62 + number)));
        story.at(measured.plus(THINKS.multipliedBy(2)), () -> guest.press("Закончить"));
        for (int week = 1; week <= 4; week++) {
            Instant told = bought.plus(week * 7L, ChronoUnit.DAYS).plus(6, ChronoUnit.HOURS);
            String answer = WEEKS.get((number + week) % WEEKS.size());
            story.at(told, () -> guest.press("Отметить неделю"));
            story.at(told.plus(THINKS), () -> guest.press(answer));
        }
    }

    private void salon(Story story, Business business, Instant from) {
        var random = new Random(23);
        List<Person> people = new Cast(24).people(12);
        List<String> ends = List.of("active", "consultation", "purchased", "deciding", "inactive", "finished");
        for (int i = 0; i < people.size(); i++) {
            Instant comes = day(business, from, i * 2, random);
            String end = ends.get(i % ends.size());
            Identity visit = fills(story, business, people.get(i), "Можно записаться на стрижку?", comes);
            story.at(
                    comes.plus(3, ChronoUnit.HOURS),
                    () -> talk(story.business(), visit, "call", "Подобрали время и мастера."));
            story.at(comes.plus(2, ChronoUnit.DAYS), () -> move(story.business(), visit, end));
        }
    }

    private Identity fills(Story story, Business business, Person person, String message, Instant at) {
        String visitor = PublicId.random(22);
        story.at(
                at,
                () -> doors.form()
                        .take(
                                business,
                                new ContactForm.Filled(
                                        visitor,
                                        person.name(),
                                        null,
                                        null,
                                        message,
                                        Map.of("utm_source", "site"),
                                        "",
                                        doors.websites().consent(business.id()))));
        return new Identity(Identity.Kind.VISITOR, visitor);
    }

    private void talk(BusinessId business, Identity visit, String type, String text) {
        client(business, visit, client -> doors.actions().note(business, client, type, text, null));
    }

    private void move(BusinessId business, Identity visit, String role) {
        doors.stages().stages(business).values().stream()
                .filter(stage -> stage.role().equals(role))
                .findFirst()
                .ifPresent(stage -> client(
                        business,
                        visit,
                        client -> doors.moves().byHand(business, client, stage.id(), null, Place.ANYWHERE, null)));
    }

    private void client(BusinessId business, Identity visit, Consumer<ClientId> work) {
        clients.byIdentity(business, visit).ifPresent(work);
    }

    /** Some daytime of that day after the beginning, in the zone of the business. */
    private static Instant day(Business business, Instant from, int days, Random random) {
        LocalTime time = LocalTime.of(9 + random.nextInt(12), random.nextInt(60));
        return from.atZone(business.zone())
                .toLocalDate()
                .plusDays(days)
                .atTime(time)
                .atZone(business.zone())
                .toInstant();
    }
}
