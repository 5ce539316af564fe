package io.orbita.battery;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.clients.ClientId;
import io.orbita.clients.ClientZoneChanged;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.clients.Identity;
import io.orbita.dialogues.AskedForAnswers;
import io.orbita.dialogues.Dialogues;
import io.orbita.dialogues.QuestionnaireStarted;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentCreated;
import io.orbita.payments.PaymentId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.money.Money;
import io.orbita.programs.ProgramDelivered;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do, made up at random and then really done: messages through the sandbox's bot, facts as the rooms tell them. */
@TestComponent
class ReminderStories {
    enum Deed {
        COMES,
        BEGINS,
        GETS_THE_FREE_WEEK,
        TAKES_A_LINK,
        PAYS,
        IS_ASKED,
        GETS_FOUR_WEEKS(4),
        GETS_EIGHT_WEEKS(8),
        WRITES,
        BLOCKS,
        COMES_BACK,
        STOPS,
        LEAVES_BY_MAIL,
        AGREES,
        WITHDRAWS,
        NOTHING;

        private final int weeks;

        Deed() {
            this(0);
        }

        Deed(int weeks) {
            this.weeks = weeks;
        }

        int weeks() {
            return weeks;
        }
    }

    record Chapter(Instant at, Deed deed) {}

    record Story(long chat, ZoneId zone, List<Chapter> chapters) {}

    private final World world;
    private final Clients clients;
    private final Consents consents;
    private final Dialogues dialogues;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Catalog catalog;
    private @Nullable Business business;
    private long tariff;
    private long number = 5_000_000;

    ReminderStories(
            World world,
            Clients clients,
            Consents consents,
            Dialogues dialogues,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Catalog catalog) {
        this.world = world;
        this.clients = clients;
        this.consents = consents;
        this.dialogues = dialogues;
        this.events = events;
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    /** A bean is made before anybody listens to events, so that its business has to wait. */
    void begin() {
        business = world.business();
        tariff = world.in(
                        business(),
                        () -> catalog.addTariff(
                                business().id(),
                                new TariffDraft(
                                        "Программа",
                                        "План",
                                        Money.rubles(2_990),
                                        3,
                                        List.of("PDF"),
                                        12,
                                        null,
                                        null,
                                        true)))
                .id();
    }

    Business business() {
        return Objects.requireNonNull(business);
    }

    /** A person of that zone who comes within a month. */
    Story story(Random random, String zone, Instant begin) {
        List<Chapter> chapters = new ArrayList<>();
        Instant at = begin.plusSeconds(random.nextInt(30 * 86_400));
        chapters.add(new Chapter(at, Deed.COMES));
        if (random.nextInt(100) < 60) {
            chapters.add(new Chapter(at.plusSeconds(random.nextInt(3_600)), Deed.AGREES));
        }
        if (random.nextInt(100) < 75) {
            at = after(random, at, 3 * 86_400);
            chapters.add(new Chapter(at, Deed.BEGINS));
        }
        if (random.nextInt(100) < 70) {
            at = after(random, at, 2 * 86_400);
            chapters.add(new Chapter(at, Deed.GETS_THE_FREE_WEEK));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            at = after(random, at, 9 * 86_400);
            chapters.add(new Chapter(at, Deed.TAKES_A_LINK));
            if (random.nextInt(100) < 50) {
                at = after(random, at, 2 * 86_400);
                chapters.add(new Chapter(at, Deed.PAYS));
                if (random.nextInt(100) < 30) {
                    chapters.add(new Chapter(at.plusSeconds(1), Deed.IS_ASKED));
                }
                at = after(random, at, 86_400);
                chapters.add(new Chapter(at, random.nextBoolean() ? Deed.GETS_FOUR_WEEKS : Deed.GETS_EIGHT_WEEKS));
            }
        }
        Instant came = chapters.getFirst().at();
        for (int i = random.nextInt(4); i > 0; i--) {
            chapters.add(new Chapter(after(random, came, 60 * 86_400), Deed.WRITES));
        }
        if (random.nextInt(100) < 12) {
            Instant blocked = after(random, came, 50 * 86_400);
            chapters.add(new Chapter(blocked, Deed.BLOCKS));
            if (random.nextBoolean()) {
                chapters.add(new Chapter(after(random, blocked, 20 * 86_400), Deed.COMES_BACK));
            }
        }
        if (random.nextInt(100) < 12) {
            Deed[] ways = {Deed.STOPS, Deed.LEAVES_BY_MAIL, Deed.WITHDRAWS};
            chapters.add(new Chapter(after(random, came, 70 * 86_400), ways[random.nextInt(3)]));
        }
        return new Story(++number, ZoneId.of(zone), chapters);
    }

    private static Instant after(Random random, Instant at, int seconds) {
        return at.plusSeconds(1 + random.nextInt(seconds));
    }

    ClientId comes(Story story, Runnable drain) {
        says(story, "/start");
        drain.run();
        ClientId client = world.in(
                        business(),
                        () -> clients.byIdentity(
                                business().id(), new Identity(Identity.Kind.SANDBOX, Long.toString(story.chat()))))
                .orElseThrow();
        world.run(business(), () -> {
            jdbc.sql("update clients.client set zone = :zone where business_id = :business and id = :client")
                    .param("zone", story.zone().getId())
                    .param("business", business().id().value())
                    .param("client", client.value())
                    .update();
            events.publishEvent(new ClientZoneChanged(business().id(), client));
        });
        return client;
    }

    void does(Story story, ClientId client, Deed deed) {
        switch (deed) {
            case BEGINS -> tell(new QuestionnaireStarted(business().id(), client, ++number));
            case GETS_THE_FREE_WEEK -> tell(new ProgramDelivered(business().id(), client, ++number, false, 1, false));
            case TAKES_A_LINK -> takesALink(client);
            case PAYS ->
                tell(new PaymentCompleted(
                        business().id(), new PaymentId(++number), client, Money.rubles(2_990), 0, "webhook"));
            case IS_ASKED -> tell(new AskedForAnswers(business().id(), client, "payment:" + ++number));
            case GETS_FOUR_WEEKS, GETS_EIGHT_WEEKS ->
                tell(new ProgramDelivered(business().id(), client, ++number, true, deed.weeks(), false));
            case WRITES -> says(story, "Здравствуйте, есть вопрос");
            case BLOCKS -> membership(story, "kicked");
            case COMES_BACK -> membership(story, "member");
            case STOPS -> says(story, "/stop");
            case LEAVES_BY_MAIL ->
                world.run(business(), () -> dialogues.silence(business().id(), client, "email"));
            case AGREES -> consent(client, true);
            case WITHDRAWS -> consent(client, false);
            case COMES, NOTHING -> {}
        }
    }

    private void consent(ClientId client, boolean given) {
        world.run(
                business(),
                () -> consents.record(
                        business().id(), client, Consents.Purpose.MARKETING, given, "v1", "Согласие", "staff"));
    }

    private void takesALink(ClientId client) {
        Instant now = world.clock().instant();
        world.run(business(), () -> {
            long payment = jdbc.sql("""
                            insert into payments.payment
                                   (business_id, public_id, client_id, tariff_id, title, programme_weeks, provider, test, source, state,
                                    price_minor, discount_minor, amount_minor, currency, return_url, created_at, expires_at)
                            values (:business, :public, :client, :tariff, 'Программа', 0, 'manual', true, 'bot', 'pending',
                                    299000, 0, 299000, 'RUB', '', :now, :expires)
                            returning id
                            """)
                    .param("business", business().id().value())
                    .param("public", "1-0123456789012" + ++number)
                    .param("client", client.value())
                    .param("tariff", tariff)
                    .param("now", Sql.at(now))
                    .param("expires", Sql.at(now.plus(Duration.ofDays(1))))
                    .query(Long.class)
                    .single();
            events.publishEvent(
                    new PaymentCreated(business().id(), new PaymentId(payment), client, Money.rubles(2_990)));
        });
    }

    private void tell(Object event) {
        world.run(business(), () -> events.publishEvent(event));
    }

    private void says(Story story, String text) {
        update(Map.of(
                "update_id",
                ++number,
                "message",
                Map.of(
                        "message_id", ++number,
                        "from", from(story),
                        "chat", Map.of("id", story.chat(), "type", "private"),
                        "date", world.clock().instant().getEpochSecond(),
                        "text", text)));
    }

    private void membership(Story story, String status) {
        update(Map.of(
                "update_id",
                ++number,
                "my_chat_member",
                Map.of(
                        "from", from(story),
                        "chat", Map.of("id", story.chat(), "type", "private"),
                        "date", world.clock().instant().getEpochSecond(),
                        "old_chat_member", Map.of("status", "member"),
                        "new_chat_member", Map.of("status", status))));
    }

    private void update(Map<String, Object> update) {
        var answer = world.post("/api/sandbox/bot/" + business().slug() + "/updates", null, update);
        if (answer.status() != 202) {
            throw new AssertionError(answer.body().toString());
        }
    }

    private static Map<String, Object> from(Story story) {
        return Map.of("id", story.chat(), "is_bot", false, "first_name", "Анна");
    }
}
