package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.clients.Erasures;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** Forgets a client who asked for it in the bot, once the last word to them has left. */
@Component
class Erasure implements Due {
    static final String KIND = "dialogues.erase";

    private final Erasures erasures;

    Erasure(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        erasures.erase(business, new ClientId(Long.parseLong(ref)));
    }
}
