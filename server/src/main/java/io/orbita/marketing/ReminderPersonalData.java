package io.orbita.marketing;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.messaging.Messaging;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Page;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this room keeps of a person: that they were reminded, by ids; the words stand in messaging. Whoever is forgotten is not reminded any more. */
@Component
@Transactional
class ReminderPersonalData implements PersonalData {
    private static final int MOST = 10_000;

    private final ReminderLog log;
    private final ReminderRows reminders;
    private final Messaging messaging;
    private final Clients clients;
    private final DueWork due;
    private final Clock clock;

    ReminderPersonalData(
            ReminderLog log, ReminderRows reminders, Messaging messaging, Clients clients, DueWork due, Clock clock) {
        this.log = log;
        this.reminders = reminders;
        this.messaging = messaging;
        this.clients = clients;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String part() {
        return "reminders";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        Page<ReminderLog.Line> all = log.page(business, client.value(), null, null, null, MOST);
        return Map.of("reminders", all.items());
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        var members = clients.members(business, client);
        members.forEach(member -> due.cancel(Pass.KIND, business, member.toString()));
        reminders.recent(business, members, clock.instant()).stream()
                .filter(ReminderRows.Kept::isQueued)
                .forEach(queued -> {
                    messaging.cancel(business, DedupeKey.of(queued.key()));
                    reminders.settle(business, queued.key(), "cancelled", Next.Reason.SENSELESS, clock.instant());
                });
    }
}
