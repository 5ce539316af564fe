package io.orbita.programs;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.dialogues.QuestionnaireFinished;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentId;
import io.orbita.platform.money.Money;
import io.orbita.walk.Walker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.context.ApplicationEventPublisher;

/** A client of the sandbox bot who has said /start, and the facts that other rooms tell of them. */
public final class Guest {
    private static final AtomicLong CHATS = new AtomicLong(9_000_000);
    private static final AtomicLong FACTS = new AtomicLong(1);

    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Business business;
    public final Walker walker;
    public final long chat = CHATS.incrementAndGet();
    public final ClientId client;

    public Guest(World world, Clients clients, ApplicationEventPublisher events, Business business, String name) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.business = business;
        this.walker = new Walker(world.url(), business.slug(), chat, name, world::drain);
        walker.say("/start");
        this.client = world.in(
                business,
                () -> clients.byIdentity(business.id(), new Identity(Identity.Kind.SANDBOX, Long.toString(chat)))
                        .orElseThrow());
    }

    /** A woman, a beginner, at home with dumbbells and bands, for fat loss, three days a week; then what the test says. */
    public Guest knows(Map<String, Object> more) {
        world.run(business, () -> {
            clients.learn(
                    business.id(),
                    client,
                    Map.of(
                            "gender",
                            "female",
                            "age",
                            32,
                            "experience",
                            "beginner",
                            "goal",
                            "weight_loss",
                            "height_cm",
                            168,
                            "weight_kg",
                            64.5,
                            "days_per_week",
                            3,
                            "location",
                            "home",
                            "equipment",
                            List.of("dumbbells", "bands")));
            clients.learn(business.id(), client, more);
        });
        return this;
    }

    /** The last answer was given. */
    public long answered() {
        long run = FACTS.incrementAndGet();
        tell(new QuestionnaireFinished(business.id(), client, run, true, false));
        return run;
    }

    /** The money for so many weeks is here. */
    public PaymentCompleted paid(int weeks) {
        var fact = new PaymentCompleted(
                business.id(),
                new PaymentId(1_000_000 + FACTS.incrementAndGet()),
                client,
                Money.rubles(2_990),
                weeks,
                "webhook");
        tell(fact);
        return fact;
    }

    public void tell(Object fact) {
        world.run(business, () -> events.publishEvent(fact));
    }

    public static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
