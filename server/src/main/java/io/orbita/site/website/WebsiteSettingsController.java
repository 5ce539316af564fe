package io.orbita.site.website;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings of the site, whole and section by section. Every answer carries an {@code ETag}; one sent back as {@code If-Match} guards a change. */
@RestController
@RequestMapping("/api/website-settings")
@Tag(name = "site")
@Allowed(scope = "website")
class WebsiteSettingsController {
    private static final String IF_MATCH = "If-Match";

    private final Websites websites;

    WebsiteSettingsController(Websites websites) {
        this.websites = websites;
    }

    @GetMapping
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "website")
    @Operation(summary = "The site as it is set; what was never set has its defaults")
    ResponseEntity<Website> get(Caller caller) {
        return tagged(websites.of(caller.business()));
    }

    @PutMapping
    @Operation(summary = "Replace all settings of the site")
    ResponseEntity<Website> put(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website website) {
        var sections = new LinkedHashMap<String, Object>();
        sections.put("look", website.look());
        sections.put("layout", website.layout());
        sections.put("offer", website.offer());
        sections.put("steps", website.steps());
        sections.put("about", website.about());
        sections.put("results", website.results());
        sections.put("prices", website.prices());
        sections.put("questions", website.questions());
        sections.put("contacts", website.contacts());
        sections.put("search", website.search());
        sections.put("widget", website.widget());
        sections.put("legal", website.legal());
        sections.forEach((name, section) -> WebsiteRules.check(section, name + "."));
        return tagged(websites.put(caller, ifMatch, sections));
    }

    @PutMapping("/look")
    @Operation(summary = "Replace the colour; text on it must have a contrast of at least 4.5")
    ResponseEntity<Website> look(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Look look) {
        return section(caller, ifMatch, "look", look);
    }

    @PutMapping("/layout")
    @Operation(summary = "Replace which blocks are shown, and in which order")
    ResponseEntity<Website> layout(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Layout layout) {
        return section(caller, ifMatch, "layout", layout);
    }

    @PutMapping("/offer")
    @Operation(summary = "Replace the first screen")
    ResponseEntity<Website> offer(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Offer offer) {
        return section(caller, ifMatch, "offer", offer);
    }

    @PutMapping("/steps")
    @Operation(summary = "Replace how it works")
    ResponseEntity<Website> steps(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Steps steps) {
        return section(caller, ifMatch, "steps", steps);
    }

    @PutMapping("/about")
    @Operation(summary = "Replace who the trainer is")
    ResponseEntity<Website> about(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.About about) {
        return section(caller, ifMatch, "about", about);
    }

    @PutMapping("/results")
    @Operation(summary = "Replace what clients have reached")
    ResponseEntity<Website> results(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Results results) {
        return section(caller, ifMatch, "results", results);
    }

    @PutMapping("/prices")
    @Operation(summary = "Replace the words around the tariffs")
    ResponseEntity<Website> prices(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Prices prices) {
        return section(caller, ifMatch, "prices", prices);
    }

    @PutMapping("/questions")
    @Operation(summary = "Replace the words around the frequent questions")
    ResponseEntity<Website> questions(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Questions questions) {
        return section(caller, ifMatch, "questions", questions);
    }

    @PutMapping("/contacts")
    @Operation(summary = "Replace the contacts")
    ResponseEntity<Website> contacts(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Contacts contacts) {
        return section(caller, ifMatch, "contacts", contacts);
    }

    @PutMapping("/search")
    @Operation(summary = "Replace what search engines and messengers show")
    ResponseEntity<Website> search(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Search search) {
        return section(caller, ifMatch, "search", search);
    }

    @PutMapping("/widget")
    @Operation(summary = "Replace the settings of the widget")
    ResponseEntity<Website> widget(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Widget widget) {
        return section(caller, ifMatch, "widget", widget);
    }

    @PutMapping("/legal")
    @Operation(summary = "Replace the legal texts; another wording of the consent is another version of it")
    ResponseEntity<Website> legal(
            Caller caller,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Website.Legal legal) {
        return section(caller, ifMatch, "legal", legal);
    }

    private ResponseEntity<Website> section(Caller caller, @Nullable String ifMatch, String name, Object section) {
        WebsiteRules.check(section, "");
        return tagged(websites.put(caller, ifMatch, Map.of(name, section)));
    }

    private static ResponseEntity<Website> tagged(Websites.Standing standing) {
        return ResponseEntity.ok().eTag(Long.toString(standing.version())).body(standing.website());
    }
}
