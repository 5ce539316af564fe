package io.orbita.programs;

import io.orbita.businesses.Businesses;
import io.orbita.clients.Clients;
import io.orbita.messaging.Messaging;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.Workshop.Order;
import io.orbita.programs.Workshop.Product;
import io.orbita.programs.Workshop.Shelf;
import io.orbita.programs.selection.Trainee;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what is owed: reads, composes and prints outside any transaction, then writes version and message in one. The
 * reference is the id of the programme, with {@code :again} when it is to be made anew of today's answers and templates.
 */
@Component
class Making implements Due {
    static final String KIND = "programs.generate";
    private static final String AGAIN = ":again";

    /** How the bot is opened from a printed page. */
    private static final String PAYLOAD = "src_pdf";

    private final Clients clients;
    private final Businesses businesses;
    private final Messaging messaging;
    private final Shelves shelves;
    private final Workshop workshop;
    private final Handover handover;
    private final TransactionTemplate transaction;

    Making(
            Clients clients,
            Businesses businesses,
            Messaging messaging,
            Shelves shelves,
            Workshop workshop,
            Handover handover,
            TransactionTemplate transaction) {
        this.clients = clients;
        this.businesses = businesses;
        this.messaging = messaging;
        this.shelves = shelves;
        this.workshop = workshop;
        this.handover = handover;
        this.transaction = transaction;
    }

    static String ref(long program) {
        return Long.toString(program);
    }

    static String refAgain(long program) {
        return program + AGAIN;
    }

    /** The programme that a reference is about. */
    static long program(String ref) {
        return Long.parseLong(ref.endsWith(AGAIN) ? ref.substring(0, ref.length() - AGAIN.length()) : ref);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Half a minute of tries, so that the client hears something within a minute. */
    @Override
    public int attempts() {
        return 5;
    }

    @Override
    public void run(BusinessId business, String ref) {
        boolean again = ref.endsWith(AGAIN);
        Optional<Task> task = transaction.execute(_ -> task(business, program(ref), again));
        if (task == null || task.isEmpty()) {
            return;
        }
        Product product = workshop.make(task.get().order(), task.get().shelf());
        byte[] pdf =
                workshop.print(product.content(), task.get().brand(), task.get().link());
        handover.made(business, program(ref), again, product, pdf);
    }

    private record Task(
            Order order,
            Shelf shelf,
            String brand,
            @org.jspecify.annotations.Nullable String link) {}

    private Optional<Task> task(BusinessId business, long id, boolean again) {
        return handover.unmade(business, id, again).map(program -> {
            Trainee trainee = Trainees.of(clients.profile(business, program.client()));
            String name = clients.contacts(business, program.client()).name();
            return new Task(
                    new Order(
                            business,
                            trainee,
                            name,
                            program.weeks(),
                            program.client().value()),
                    shelves.of(business, trainee.gender()),
                    businesses.get(business).name(),
                    messaging.botLink(business, PAYLOAD).orElse(null));
        });
    }
}
