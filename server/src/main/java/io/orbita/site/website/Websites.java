package io.orbita.site.website;

import io.orbita.businesses.Audit;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.WebOrigins;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sites of businesses: what was set laid over the defaults, section by section. */
@Component
@Transactional(readOnly = true)
public class Websites {
    private static final String DEFAULT_CONSENT_VERSION = "site-processing-2026-11";

    /**
     * The settings with their version.
     *
     * @param version 0 while nothing was ever set
     */
    public record Standing(long version, Website website) {}

    /** What a visitor agrees to, and the name of that wording. */
    public record ConsentWording(String version, String text) {}

    private record Row(long version, String sections) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Businesses businesses;
    private final Audit audit;
    private final WebOrigins origins;
    private final Clock clock;

    Websites(JdbcClient jdbc, JsonMapper json, Businesses businesses, Audit audit, WebOrigins origins, Clock clock) {
        this.jdbc = jdbc;
        // A section that a newer or older version wrote is read as far as it is known.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.businesses = businesses;
        this.audit = audit;
        this.origins = origins;
        this.clock = clock;
    }

    /** How the site of the business stands; inside the business. */
    public Standing of(BusinessId business) {
        return over(businesses.get(business), row(business, false));
    }

    /** As {@link #of(BusinessId)}, of a business that is at hand. */
    public Standing of(Business business) {
        return over(business, row(business.id(), false));
    }

    /** What visitors of this business agree to now. The version follows the text, so that no two wordings share one. */
    public ConsentWording consent(BusinessId business) {
        return consent(of(business).website());
    }

    /** The wording of a site that is at hand. */
    public static ConsentWording consent(Website website) {
        String text = website.legal().consent();
        return new ConsentWording(
                text.equals(WebsiteDefaults.CONSENT)
                        ? DEFAULT_CONSENT_VERSION
                        : "site-" + Idempotency.hash(text).substring(0, 12),
                text);
    }

    /**
     * Replaces some sections, by their names in JSON.
     *
     * @param ifMatch what the caller says to have read; null for whatever stands
     * @throws WebsiteStale when it was changed since
     */
    @Transactional
    public Standing put(Caller caller, @Nullable String ifMatch, Map<String, Object> sections) {
        return put(caller.business(), caller.key(), ifMatch, sections);
    }

    /** Sets up a business that nobody has signed in to yet. */
    @Transactional
    public void layOut(BusinessId business, Map<String, Object> sections) {
        put(business, "system", "\"0\"", sections);
    }

    private Standing put(BusinessId business, String who, @Nullable String ifMatch, Map<String, Object> sections) {
        Optional<Row> before = row(business, true);
        long version = before.map(Row::version).orElse(0L);
        if (ifMatch != null && !matches(ifMatch, version)) {
            throw new WebsiteStale();
        }
        ObjectNode all =
                before.map(row -> (ObjectNode) json.readTree(row.sections())).orElseGet(json::createObjectNode);
        sections.forEach((name, section) -> all.set(name, json.valueToTree(section)));
        jdbc.sql("""
                        insert into site.website (business_id, version, sections, changed_at)
                        values (:business, :version, :sections::jsonb, :now)
                        on conflict (business_id) do update
                           set version = excluded.version, sections = excluded.sections, changed_at = excluded.changed_at
                        """)
                .param("business", business.value())
                .param("version", version + 1)
                .param("sections", json.writeValueAsString(all))
                .param("now", Sql.at(clock.instant()))
                .update();
        audit.record(
                business,
                who,
                "site.settings",
                Long.toString(version + 1),
                Map.of("sections", sections.keySet().stream().sorted().toList()));
        Standing standing = of(business);
        // Browsers on other sites are told by these alone, before anybody knows which business they ask for.
        origins.replace(
                business,
                standing.website().widget().origins().stream()
                        .flatMap(origin -> WebOrigins.read(origin).stream())
                        .toList());
        return standing;
    }

    private Standing over(Business business, Optional<Row> row) {
        Website defaults = WebsiteDefaults.of(business.name());
        if (row.isEmpty()) {
            return new Standing(0, defaults);
        }
        ObjectNode all = json.valueToTree(defaults);
        json.readTree(row.get().sections())
                .properties()
                .forEach(section -> all.set(section.getKey(), section.getValue()));
        return new Standing(row.get().version(), json.treeToValue(all, Website.class));
    }

    /** Two first writers at once stand in line at a lock of the business: there is no row yet to wait at. */
    private Optional<Row> row(BusinessId business, boolean toWrite) {
        if (toWrite) {
            jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended('site.website', :business))")
                    .param("business", business.value())
                    .query(Boolean.class)
                    .single();
        }
        return jdbc.sql("select version, sections from site.website where business_id = :business")
                .param("business", business.value())
                .query(Row.class)
                .optional();
    }

    private static boolean matches(String ifMatch, long version) {
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + version + "\""));
    }
}
