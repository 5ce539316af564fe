package io.orbita.marketing;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.dialogues.Dialogues;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The link under our letters. Scanners of mail open links: looking changes nothing, one press does, and so does the one-click POST of RFC 8058. */
@RestController
@Open
@Tag(name = "marketing")
class WayOutController {
    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final WaysOut waysOut;
    private final Dialogues dialogues;
    private final Businesses businesses;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    WayOutController(
            WaysOut waysOut,
            Dialogues dialogues,
            Businesses businesses,
            RateLimits limits,
            TransactionTemplate transaction) {
        this.waysOut = waysOut;
        this.dialogues = dialogues;
        this.businesses = businesses;
        this.limits = limits;
        this.transaction = transaction;
    }

    @GetMapping(path = WaysOut.PATH + "{token}", produces = HTML)
    @Operation(summary = "The page that asks whether to stop our letters")
    String ask(HttpServletRequest http, HttpServletResponse answer, @PathVariable @Size(max = 100) String token) {
        return page(business(http, token), false, answer);
    }

    @PostMapping(path = WaysOut.PATH + "{token}", produces = HTML)
    @Operation(summary = "Stop our letters and reminders; doing it twice changes nothing")
    String leave(HttpServletRequest http, HttpServletResponse answer, @PathVariable @Size(max = 100) String token) {
        BusinessId business = business(http, token);
        Tenancy.run(
                business,
                () -> transaction.executeWithoutResult(_ -> dialogues.silence(
                        business, waysOut.client(business, token).orElseThrow(WayOutController::unknown), "email")));
        return page(business, true, answer);
    }

    private BusinessId business(HttpServletRequest http, String token) {
        limits.take("way-out", http.getRemoteAddr(), 60, Duration.ofMinutes(1));
        return waysOut.business(token).orElseThrow(WayOutController::unknown);
    }

    private String page(BusinessId business, boolean left, HttpServletResponse answer) {
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("Cache-Control", "no-store");
        var page = new StringOutput();
        templates.render(
                "marketing/way-out.jte",
                Map.of("business", businesses.get(business).name(), "left", left),
                page);
        return page.toString();
    }

    private static NotFound unknown() {
        return new NotFound("Такой ссылки нет.", "There is no such link.");
    }
}
