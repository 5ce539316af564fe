package io.orbita.messaging.sandbox;

import io.orbita.businesses.Open;
import io.orbita.platform.web.BuiltPages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the sandbox: a chat with the bot, and the letters that were sent. They use nothing but the open endpoints of the sandbox. */
@RestController
@Open
@Tag(name = "sandbox")
class SandboxPages {
    private static final String HTML = MediaType.TEXT_HTML_VALUE;
    private static final String DEMO = "demo";

    private final Playground playground;
    private final BuiltPages pages;

    SandboxPages(Playground playground, BuiltPages pages) {
        this.playground = playground;
        this.pages = pages;
    }

    @GetMapping(path = "/sandbox/bot", produces = HTML)
    @Operation(summary = "The chat page of the demo business")
    ResponseEntity<byte[]> bot(HttpServletRequest request) {
        return page(DEMO, request);
    }

    @GetMapping(path = "/sandbox/bot/{business}", produces = HTML)
    @Operation(summary = "A chat page that behaves like Telegram")
    ResponseEntity<byte[]> bot(@PathVariable @Size(max = 60) String business, HttpServletRequest request) {
        return page(business, request);
    }

    @GetMapping(path = "/sandbox/mail", produces = HTML)
    @Operation(summary = "The letters of the demo business")
    ResponseEntity<byte[]> mail(HttpServletRequest request) {
        return page(DEMO, request);
    }

    @GetMapping(path = "/sandbox/mail/{business}", produces = HTML)
    @Operation(summary = "The letters that a sandbox business sent")
    ResponseEntity<byte[]> mail(@PathVariable @Size(max = 60) String business, HttpServletRequest request) {
        return page(business, request);
    }

    private ResponseEntity<byte[]> page(String business, HttpServletRequest request) {
        playground.enter(business, request);
        return pages.document();
    }
}
