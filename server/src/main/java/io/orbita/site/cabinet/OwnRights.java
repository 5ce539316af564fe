package io.orbita.site.cabinet;

import io.orbita.businesses.Audit;
import io.orbita.clients.ClientId;
import io.orbita.clients.Consents;
import io.orbita.clients.Erasures;
import io.orbita.clients.PersonArchives;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person may do with what we know of them, each deed with its line in the audit trail. */
@Component
@Transactional
class OwnRights {
    private static final String WHO = "client";
    private static final String MARKETING_VERSION = "cabinet-marketing-2026-12";
    private static final String MARKETING = "Присылать мне новости и предложения. Отказаться можно в любой момент.";

    private final PersonArchives archives;
    private final Erasures erasures;
    private final Consents consents;
    private final Entrances entrances;
    private final Audit audit;

    OwnRights(PersonArchives archives, Erasures erasures, Consents consents, Entrances entrances, Audit audit) {
        this.archives = archives;
        this.erasures = erasures;
        this.consents = consents;
        this.entrances = entrances;
        this.audit = audit;
    }

    /** A relative address that gives everything for five minutes. */
    public String archive(BusinessId business, ClientId client) {
        String url = archives.link(business, client.value());
        audit.record(business, WHO, "clients.export", client.toString(), Map.of());
        return url;
    }

    /** Begins the forgetting and shows everybody of the person out. */
    public void erase(BusinessId business, ClientId client) {
        entrances.endAll(business, client);
        if (erasures.begin(business, client)) {
            audit.record(business, WHO, "clients.erase", client.toString(), Map.of());
        }
    }

    /** Says yes or no to offers; what belongs to the own programme still comes. Saying the same again writes nothing. */
    public void marketing(BusinessId business, ClientId client, boolean given) {
        if (consents.given(business, client, Consents.Purpose.MARKETING) == given) {
            return;
        }
        consents.record(business, client, Consents.Purpose.MARKETING, given, MARKETING_VERSION, MARKETING, "cabinet");
    }
}
