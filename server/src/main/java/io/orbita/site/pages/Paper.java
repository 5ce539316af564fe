package io.orbita.site.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.orbita.site.website.Accent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Draws a page and puts the headers on it: nothing runs on it that we did not write, and nothing foreign is loaded. */
@Component
class Paper {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String NEUTRAL = new Accent("#166547").css();

    private final ResourceUrlProvider urls;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    Paper(ResourceUrlProvider urls) {
        this.urls = urls;
    }

    Assets assets() {
        return new Assets(
                url("site.css"),
                url("site.js"),
                url("icon.svg"),
                url("fonts/inter-cyrillic.woff2"),
                url("fonts/inter-latin.woff2"));
    }

    /** A page that belongs to no business. */
    Shell plain(String title) {
        return new Shell(title, "", "Orbita", "/", null, null, null, false, NEUTRAL, false, false, assets(), null);
    }

    ResponseEntity<String> draw(int status, String template, Shell shell, Map<String, Object> parameters) {
        return draw(status, template, shell, parameters, null);
    }

    /**
     * @param picture an address of the owner's choice that the page shows; null for none
     */
    ResponseEntity<String> draw(
            int status, String template, Shell shell, Map<String, Object> parameters, @Nullable String picture) {
        var page = new StringOutput();
        templates.render("site/" + template + ".jte", parameters, page);
        String html = page.toString();
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(status == 200 ? CacheControl.noCache() : CacheControl.noStore())
                .eTag(status == 200 ? tag(html) : null)
                .header("Content-Security-Policy", policy(shell.style(), picture))
                .header(HttpHeaders.CONTENT_LANGUAGE, "ru")
                .body(html);
    }

    /** Weak, since the server compresses on the way out, which it does not do under a strong one. */
    private static String tag(String html) {
        return "W/\"" + HexFormat.of().formatHex(sha256(html)).substring(0, 32) + "\"";
    }

    /** The panel shows the site of its owner in a frame; nobody else may. */
    private static String policy(String style, @Nullable String picture) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-"
                + Base64.getEncoder().encodeToString(sha256(style))
                + "'; font-src 'self'; connect-src 'self'; img-src 'self' data:"
                + origin(picture)
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
    }

    private static String origin(@Nullable String picture) {
        if (picture == null) {
            return "";
        }
        URI url = URI.create(picture);
        return " " + url.getScheme() + "://" + url.getRawAuthority();
    }

    private String url(String file) {
        String url = urls.getForLookupPath(AssetsConfiguration.PATH + file);
        if (url == null) {
            throw new IllegalStateException("no file " + file + " of the site");
        }
        return url;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
