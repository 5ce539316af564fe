package io.orbita.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What was built for browsers: the document of the pages for clients and players, and single files. */
@Component
public class BuiltPages {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** Only our own scripts run; a letter is shown in a frame of this very page. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; "
                    + "img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private final ResourceLoader resources;
    private final String built;

    /**
     * @param built where the built pages are: a location of Spring with a slash at the end
     */
    BuiltPages(ResourceLoader resources, @Value("${orbita.web:classpath:/static/}") String built) {
        this.resources = resources;
        this.built = built;
    }

    /** A file by its path below the built pages; empty when the server was built without it. */
    public Optional<byte[]> file(String path) {
        Resource file = resources.getResource(built + path);
        try {
            return file.exists() ? Optional.of(file.getContentAsByteArray()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The one document of the pages for clients and players, with its headers; what it shows it decides by its address.
     *
     * @throws NotFound when the server was built without it
     */
    public ResponseEntity<byte[]> document() {
        byte[] page = file("public/index.html")
                .orElseThrow(() -> new NotFound(
                        "Этот сервер собран без веб-страниц.", "This server was built without web pages."));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", POLICY)
                .header("X-Robots-Tag", "noindex")
                .body(page);
    }
}
