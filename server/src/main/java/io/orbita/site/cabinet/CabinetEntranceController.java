package io.orbita.site.cabinet;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.clients.Identity;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** In and out of the cabinet. Opening a link is a POST: whoever only looks at the address, such as a scanner of mail, does not use it up. */
@RestController
@RequestMapping("/api/cabinet")
@Open
@Tag(name = "cabinet")
class CabinetEntranceController {
    /** @param business slug or public key */
    record LinkWish(
            @NotBlank @Size(max = 100) String business,
            @NotBlank @Size(max = 254) String email) {}

    /** The same for every address. */
    record LinkAnswer(String text) {}

    record Opening(@NotBlank @Size(max = 60) String token) {}

    /** Whose cabinet was opened. */
    record Opened(String business, String name) {}

    private static final LinkAnswer ANSWER = new LinkAnswer(
            "Если этот адрес у нас есть, письмо со ссылкой придёт в течение минуты. Проверьте и папку со спамом.");

    private final Businesses businesses;
    private final Entrances entrances;
    private final CabinetLetters letters;
    private final Reception reception;
    private final RateLimits limits;

    CabinetEntranceController(
            Businesses businesses,
            Entrances entrances,
            CabinetLetters letters,
            Reception reception,
            RateLimits limits) {
        this.businesses = businesses;
        this.entrances = entrances;
        this.letters = letters;
        this.reception = reception;
        this.limits = limits;
    }

    @PostMapping("/links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask for a link by e-mail; the answer is the same whether the address is known or not")
    LinkAnswer ask(HttpServletRequest http, @Valid @RequestBody LinkWish wish) {
        limits.take("cabinet-link", http.getRemoteAddr(), 10, Duration.ofMinutes(10));
        Identity email = Identity.email(wish.email())
                .orElseThrow(() -> new Invalid("email", "format", "Адрес, например anna@example.ru"));
        Business business = businesses.named(wish.business());
        Tenancy.run(business.id(), () -> letters.ask(business.id(), email));
        return ANSWER;
    }

    @PostMapping("/session")
    @Operation(summary = "Open the cabinet with the token of a link, which works once; the session comes as a cookie")
    ResponseEntity<Opened> open(HttpServletRequest http, @Valid @RequestBody Opening opening) {
        limits.take("cabinet-session", http.getRemoteAddr(), 30, Duration.ofMinutes(1));
        Reception.check(http);
        BusinessId id = PublicId.business(opening.token()).orElseThrow(CabinetRefusals.LinkGone::new);
        Business business = businesses.find(id).orElseThrow(CabinetRefusals.LinkGone::new);
        String session = Tenancy.in(id, () -> entrances.open(id, opening.token()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, Reception.cookie(http, session))
                .body(new Opened(business.slug(), business.name()));
    }

    @PostMapping("/logout")
    @Operation(summary = "End this session")
    ResponseEntity<Void> leave(HttpServletRequest http) {
        reception.act(http, guest -> {
            entrances.end(guest.id(), guest.session());
            return null;
        });
        return gone(http);
    }

    @PostMapping("/logout-everywhere")
    @Operation(summary = "End the sessions of all devices and make all links useless")
    ResponseEntity<Void> leaveEverywhere(HttpServletRequest http) {
        reception.act(http, guest -> {
            entrances.endAll(guest.id(), guest.client());
            return null;
        });
        return gone(http);
    }

    private static ResponseEntity<Void> gone(HttpServletRequest http) {
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, Reception.noCookie(http))
                .build();
    }
}
