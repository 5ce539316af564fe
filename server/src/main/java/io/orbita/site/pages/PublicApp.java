package io.orbita.site.pages;

import io.orbita.businesses.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages that live in the browser: checkout, result, cabinet. All are one document; what it shows it decides by its address. A token in the address is read by the page alone, and no page tells
 * another site where it was.
 */
@RestController
@Open
@Tag(name = "site")
class PublicApp {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; "
                    + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final ResourceLoader resources;
    private final Paper paper;
    private final String built;

    /**
     * @param built where the built pages are: a location of Spring with a slash at the end
     */
    PublicApp(ResourceLoader resources, Paper paper, @Value("${orbita.web:classpath:/static/}") String built) {
        this.resources = resources;
        this.paper = paper;
        this.built = built;
    }

    @GetMapping(
            path = {"/s/{slug}/pay", "/s/{slug}/pay/{publicId}", "/c", "/c/{*rest}"},
            produces = SitePages.HTML)
    @Operation(summary = "Checkout, the result of a payment, the cabinet")
    ResponseEntity<String> page() throws IOException {
        Resource index = resources.getResource(built + "public/index.html");
        if (!index.exists()) {
            Shell shell = paper.plain("Страница пока не собрана");
            return paper.draw(503, "unbuilt", shell, Map.of("shell", shell));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .header("X-Robots-Tag", "noindex")
                .body(index.getContentAsString(StandardCharsets.UTF_8));
    }

    /** The worker that lets the cabinet go on without a network; it may look after all of it, though it lies elsewhere. */
    @GetMapping(path = AssetsConfiguration.APP + "sw.js", produces = "text/javascript;charset=UTF-8")
    @Operation(summary = "The service worker of the cabinet")
    ResponseEntity<String> worker() throws IOException {
        Resource worker = resources.getResource(built + "public/sw.js");
        return worker.exists()
                ? ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .header("Service-Worker-Allowed", "/c")
                        .body(worker.getContentAsString(StandardCharsets.UTF_8))
                : ResponseEntity.notFound().build();
    }
}
