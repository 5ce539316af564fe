package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets a client who asked for it in the bot: every room forgets its part, all in one transaction. */
@Component
class Erasure implements Due {
    static final String KIND = "dialogues.erase";

    private final List<PersonalData> rooms;
    private final TransactionTemplate transaction;

    Erasure(List<PersonalData> rooms, TransactionTemplate transaction) {
        this.rooms = rooms;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        var client = new ClientId(Long.parseLong(ref));
        transaction.executeWithoutResult(status -> rooms.forEach(room -> room.erase(business, client)));
    }
}
