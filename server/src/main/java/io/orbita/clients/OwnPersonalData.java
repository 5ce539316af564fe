package io.orbita.clients;

import io.orbita.businesses.Audit;
import io.orbita.clients.spi.Mentions;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this room itself keeps of a person: the cards, what they are known by, consents, leads, history. */
@Component
@Transactional
class OwnPersonalData implements PersonalData {
    private static final int MOST = 100_000;

    private final ClientRows clients;
    private final CardRows cards;
    private final Identities identities;
    private final PersonRecords records;
    private final ErasedRows erased;
    private final Audit audit;
    private final Idempotency idempotency;

    OwnPersonalData(
            ClientRows clients,
            CardRows cards,
            Identities identities,
            PersonRecords records,
            ErasedRows erased,
            Audit audit,
            Idempotency idempotency) {
        this.clients = clients;
        this.cards = cards;
        this.identities = identities;
        this.records = records;
        this.erased = erased;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    @Override
    public String part() {
        return "client";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        List<Long> members = clients.members(business, client.value());
        long standing = clients.standing(business, client.value()).orElseThrow(ClientRows::unknown);
        var export = new LinkedHashMap<String, Object>();
        export.put("card", cards.card(business, standing));
        export.put(
                "identities",
                identities.of(business, members).stream()
                        .map(known -> Map.of(
                                "kind", known.identity().kind().name(),
                                "value", known.identity().value(),
                                "verified", known.verified()))
                        .toList());
        export.putAll(records.of(business, members, MOST));
        return export;
    }

    @Override
    public void eraseMentions(BusinessId business, Mentions mentions) {
        erased.eraseMentions(business, mentions);
        var texts = new HashSet<>(mentions.names());
        texts.addAll(mentions.addresses());
        texts.addAll(mentions.digits());
        idempotency.forget(business, texts);
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        List<Long> members = clients.members(business, client.value());
        erased.erase(business, members);
        audit.forget(business, "clients.", members);
    }
}
