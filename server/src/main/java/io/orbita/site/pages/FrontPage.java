package io.orbita.site.pages;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.businesses.SandboxGate;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The address without a path: the guided walk where there is a demo, the site of a business that is alone, a door to the panel otherwise. */
@RestController
@Open
@Tag(name = "site")
class FrontPage {
    private static final String DEMO = "demo";
    private static final String DEMO_LOGIN = "admin";

    private final Businesses businesses;
    private final Sites sites;
    private final SandboxGate gate;
    private final Paper paper;
    private final String base;

    FrontPage(
            Businesses businesses,
            Sites sites,
            SandboxGate gate,
            Paper paper,
            @Value("${orbita.public-url:http://localhost:8080}") String base) {
        this.businesses = businesses;
        this.sites = sites;
        this.gate = gate;
        this.paper = paper;
        this.base = base.replaceAll("/+$", "");
    }

    @GetMapping(path = "/", produces = SitePages.HTML)
    @Operation(summary = "The start page: the walk through the demo, or the site of the only business")
    ResponseEntity<String> front(HttpServletRequest http) {
        List<Business> sandboxes = businesses.sandboxes();
        Optional<Business> demo = sandboxes.stream()
                .filter(business -> business.slug().equals(DEMO))
                .findFirst();
        if (demo.isEmpty()) {
            return businesses
                    .only()
                    .map(business -> Tenancy.in(
                            business.id(), () -> sites.landing(200, business, Filled.empty(SitePages.marks(http)))))
                    .orElseGet(() -> start(new Walk(false, "", "", null, List.of())));
        }
        boolean open = reaches(http);
        return start(new Walk(
                open,
                demo.get().slug(),
                demo.get().name(),
                open ? DEMO_LOGIN : null,
                sandboxes.stream()
                        .filter(business -> !business.slug().equals(DEMO))
                        .limit(5)
                        .map(business -> new Walk.Other(business.slug(), business.name()))
                        .toList()));
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "What search engines may look at")
    String robots() {
        return """
                User-agent: *
                Allow: /s/
                Disallow: /api/
                Disallow: /c
                Disallow: /admin
                Disallow: /sandbox/

                # %s
                """.formatted(base);
    }

    private ResponseEntity<String> start(Walk walk) {
        Shell shell = paper.plain("Orbita");
        return paper.draw(200, "start", shell, Map.of("shell", shell, "walk", walk));
    }

    private boolean reaches(HttpServletRequest http) {
        try {
            gate.check(http);
            return true;
        } catch (NotFound closed) {
            return false;
        }
    }
}
