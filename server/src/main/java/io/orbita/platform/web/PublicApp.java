package io.orbita.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The one page of the built application for clients and players; its own addresses are told apart in the browser. */
@Component
public class PublicApp {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** Only our own scripts run. Styles may be set by them, which the components need. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "font-src 'self' data:; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'self'";

    private final byte[] page;

    PublicApp() {
        this.page = read(new ClassPathResource("static/public/index.html"));
    }

    /**
     * The page with the headers that it needs.
     *
     * @throws NotFound when the server was built without it
     */
    public ResponseEntity<byte[]> page() {
        if (page.length == 0) {
            throw new NotFound("Этот сервер собран без веб-страниц.", "This server was built without web pages.");
        }
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("X-Robots-Tag", "noindex")
                .body(page);
    }

    private static byte[] read(ClassPathResource resource) {
        try {
            return resource.exists() ? resource.getContentAsByteArray() : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
