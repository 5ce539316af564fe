package io.orbita.site;

import io.orbita.businesses.Open;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one script that puts the chat on any page. */
@RestController
@Open
@Tag(name = "site")
class WidgetScript {
    private static final String PATH = "/widget.js";
    private static final MediaType JAVASCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final byte[] script;
    private final String tag;

    WidgetScript() {
        this.script = read(new ClassPathResource("static/widget/widget.js"));
        this.tag = tag(script);
    }

    @GetMapping(PATH)
    @Operation(summary = "The chat widget: <script src=\"…/widget.js\" data-business=\"…\" async>")
    ResponseEntity<byte[]> script() {
        if (script.length == 0) {
            throw new NotFound("Этот сервер собран без виджета.", "This server was built without the widget.");
        }
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .eTag(tag)
                // Pages that isolate themselves take no script that does not say this.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(script);
    }

    private static byte[] read(ClassPathResource resource) {
        try {
            return resource.exists() ? resource.getContentAsByteArray() : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weak, since the server compresses on the way out. */
    private static String tag(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
