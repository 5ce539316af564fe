package io.orbita.businesses.spi;

import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Map;

/**
 * An outside system that an owner connects: a bot, a till, a mail server, a sheet. A bean for each; the page of integrations lists, saves and tests them all alike. Secrets go in and never come out.
 */
public interface Integration {
    /**
     * One thing to fill in.
     *
     * @param name snake case
     * @param label in Russian, as the page shows it
     * @param secret kept encrypted; the page only learns whether it is set
     * @param required whether the integration does nothing without it
     */
    record Field(String name, String label, boolean secret, boolean required) {}

    /**
     * What a test found.
     *
     * @param text in Russian, for the owner: what works, or what to do
     */
    record Finding(boolean ok, String text) {}

    /** Stable name in addresses: {@code telegram}, {@code yookassa}, {@code tbank}, {@code email}, {@code sheets}. */
    String name();

    /** In Russian. */
    String title();

    List<Field> fields();

    /** What is set now, without secrets. */
    Map<String, String> values(BusinessId business);

    /** Which secrets are set. */
    List<String> secretsSet(BusinessId business);

    /**
     * Saves, inside the caller's transaction. A field that is not given keeps its value; an empty one takes it away.
     *
     * @throws io.orbita.platform.web.Invalid naming the field
     */
    void save(BusinessId business, Map<String, String> values);

    /** Asks the outside whether it works; outside a transaction, within ten seconds, never throwing. */
    Finding test(BusinessId business);
}
