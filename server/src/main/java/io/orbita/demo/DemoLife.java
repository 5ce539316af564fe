package io.orbita.demo;

import io.orbita.businesses.Business;
import io.orbita.clients.Clients;
import io.orbita.platform.jobs.DueWorker;
import io.orbita.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Some weeks of a sample business: people come, answer, get a programme, buy or do not, staff does its part, and the bot does on each day what it would have done.
 * All of it goes through public doors on a clock that is set back; what it does not show is what nobody would have done.
 */
@Component
class DemoLife {
    /** A month, and the days that it takes to hear from those who finished a programme of four weeks. */
    static final int DAYS = 34;

    private final Clients clients;
    private final StudioLife studio;
    private final SalonLife salon;
    private final DueWorker worker;
    private final Clock clock;

    DemoLife(Clients clients, StudioLife studio, SalonLife salon, DueWorker worker, Clock clock) {
        this.clients = clients;
        this.studio = studio;
        this.salon = salon;
        this.worker = worker;
        this.clock = clock;
    }

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
            var calendar = new Calendar(story, business.zone(), from, now);
            if (business.slug().equals("demo")) {
                studio.plan(calendar, business);
            } else {
                salon.plan(calendar, business);
            }
        });
    }
}
