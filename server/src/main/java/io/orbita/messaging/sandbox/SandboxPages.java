package io.orbita.messaging.sandbox;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.orbita.businesses.Business;
import io.orbita.businesses.Open;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the sandbox: a chat with the bot, and the letters that were sent. They use nothing but the open endpoints of the sandbox. */
@RestController
@Open
@Tag(name = "sandbox")
class SandboxPages {
    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    private static final String DEMO = "demo";

    private final Playground playground;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    SandboxPages(Playground playground) {
        this.playground = playground;
    }

    @GetMapping(path = "/sandbox/bot", produces = HTML)
    @Operation(summary = "The chat page of the demo business")
    String bot(HttpServletRequest request) {
        return bot(DEMO, request);
    }

    @GetMapping(path = "/sandbox/bot/{business}", produces = HTML)
    @Operation(summary = "A chat page that behaves like Telegram")
    String bot(@PathVariable @Size(max = 60) String business, HttpServletRequest request) {
        return page("messaging/sandbox-bot.jte", playground.enter(business, request));
    }

    @GetMapping(path = "/sandbox/mail", produces = HTML)
    @Operation(summary = "The letters of the demo business")
    String mail(HttpServletRequest request) {
        return mail(DEMO, request);
    }

    @GetMapping(path = "/sandbox/mail/{business}", produces = HTML)
    @Operation(summary = "The letters that a sandbox business sent")
    String mail(@PathVariable @Size(max = 60) String business, HttpServletRequest request) {
        return page("messaging/sandbox-mail.jte", playground.enter(business, request));
    }

    private String page(String template, Business business) {
        var page = new StringOutput();
        templates.render(template, Map.of("business", business.name(), "slug", business.slug()), page);
        return page.toString();
    }
}
