package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.tenancy.BusinessId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this room keeps of a person: the answers, in and out of finished passes. */
@Component
@Transactional
class KeptAnswers implements PersonalData {
    private static final int MOST_PASSES = 1000;

    private final Clients clients;
    private final Runs runs;
    private final PassViews views;

    KeptAnswers(Clients clients, Runs runs, PassViews views) {
        this.clients = clients;
        this.runs = runs;
        this.views = views;
    }

    @Override
    public String part() {
        return "questionnaire";
    }

    @Override
    public Map<String, Object> export(BusinessId business, ClientId client) {
        var export = new LinkedHashMap<String, Object>();
        export.put("passes", List.copyOf(views.of(business, client, MOST_PASSES)));
        return export;
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        runs.forget(business, clients.members(business, client));
    }
}
