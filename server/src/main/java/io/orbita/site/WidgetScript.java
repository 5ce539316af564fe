package io.orbita.site;

import io.orbita.businesses.Open;
import io.orbita.platform.web.BuiltPages;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
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

    private final BuiltPages built;

    WidgetScript(BuiltPages built) {
        this.built = built;
    }

    @GetMapping(PATH)
    @Operation(summary = "The chat widget: <script src=\"…/widget.js\" data-business=\"…\" async>")
    ResponseEntity<byte[]> script() {
        byte[] script = built.file("widget/widget.js")
                .orElseThrow(() ->
                        new NotFound("Этот сервер собран без виджета.", "This server was built without the widget."));
        return ResponseEntity.ok()
                .contentType(JAVASCRIPT)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .eTag(tag(script))
                // Pages that isolate themselves take no script that does not say this.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(script);
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
