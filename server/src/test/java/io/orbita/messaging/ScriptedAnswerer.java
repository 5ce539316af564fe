package io.orbita.messaging;

import io.orbita.messaging.spi.Inbound;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Stands where the dialogues stand: hears everything, and does what the test of that business says. */
public class ScriptedAnswerer implements Inbound {
    private final Map<BusinessId, List<InboundMessage>> heard = new ConcurrentHashMap<>();
    private final Map<BusinessId, Consumer<InboundMessage>> scripts = new ConcurrentHashMap<>();

    @Override
    public void on(BusinessId business, InboundMessage message) {
        heard.computeIfAbsent(business, it -> new CopyOnWriteArrayList<>()).add(message);
        scripts.getOrDefault(business, it -> {}).accept(message);
    }

    public void answers(BusinessId business, Consumer<InboundMessage> script) {
        scripts.put(business, script);
    }

    /** Everything that was heard, attempts that failed among them. */
    public List<InboundMessage> heard(BusinessId business) {
        return heard.getOrDefault(business, List.of());
    }
}
