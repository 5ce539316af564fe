package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.notices.Alarm;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a message of what was written for later, when its time has come and it still makes sense. */
@Component
class SendingLater implements Due {
    private final ScheduledMessages scheduled;
    private final BestWay bestWay;
    private final Letters letters;
    private final Clients clients;
    private final Alarm alarm;
    private final Hours hours;

    SendingLater(
            ScheduledMessages scheduled, BestWay bestWay, Letters letters, Clients clients, Alarm alarm, Hours hours) {
        this.scheduled = scheduled;
        this.bestWay = bestWay;
        this.letters = letters;
        this.clients = clients;
        this.alarm = alarm;
        this.hours = hours;
    }

    /** Time, and the work that waits for it. */
    @Component
    record Hours(DueWork due, Clock clock, TransactionTemplate transaction) {}

    @Override
    public String kind() {
        return ScheduledMessages.KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        hours.transaction()
                .executeWithoutResult(status -> scheduled
                        .lock(business, Long.parseLong(ref))
                        .filter(it -> it.state().equals("scheduled"))
                        .ifPresent(it -> takeUp(business, it)));
    }

    private void takeUp(BusinessId business, ScheduledMessages.Scheduled message) {
        if (message.sendAt().isAfter(hours.clock().instant())) {
            hours.due().at(ScheduledMessages.KIND, business, Long.toString(message.id()), message.sendAt());
            return;
        }
        var client = clients.standing(business, new ClientId(message.clientId()));
        var person = clients.summaries(business, List.of(client.value())).get(client.value());
        var text = message.text();
        if (person == null || text == null) {
            drop(business, message, "клиента больше нет");
        } else if (person.archived()) {
            drop(business, message, "клиент в архиве");
        } else {
            way(business, message, client)
                    .ifPresentOrElse(
                            talk -> scheduled.end(
                                    business,
                                    message.id(),
                                    "sent",
                                    null,
                                    letters.write(
                                            business, talk.id(), text, message.staffId(), "scheduled:" + message.id())),
                            () -> drop(business, message, "написать некуда: канал не принимает сообщения"));
        }
    }

    private Optional<Talk> way(BusinessId business, ScheduledMessages.Scheduled message, ClientId client) {
        var over = message.over();
        return over == null
                ? bestWay.to(business, client)
                : bestWay.over(business, client, over).filter(Talk::reachable);
    }

    /** Staff counts on it: not sending is never silent. */
    private void drop(BusinessId business, ScheduledMessages.Scheduled message, String why) {
        scheduled.end(business, message.id(), "dropped", "Не отправлено: " + why, null);
        alarm.dropped(business, message.id(), new ClientId(message.clientId()), why);
    }
}
