package io.orbita.businesses;

import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/sessions")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER, Role.CASHIER, Role.PLATFORM_ADMIN},
        scope = "me")
@Tag(name = "auth")
class SessionsController {
    /** Where one is signed in; {@code current} is where one asks from. */
    record SessionView(
            String id,
            @Nullable String address,
            @Nullable String agent,
            Instant createdAt,
            Instant seenAt,
            boolean current) {}

    private final OwnSession owner;
    private final Sessions sessions;

    SessionsController(OwnSession owner, Sessions sessions) {
        this.owner = owner;
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(summary = "Where one is signed in, the freshest first")
    Page<SessionView> list(Caller caller, HttpServletRequest request) {
        OwnSession.Own own = owner.of(caller, request);
        return Page.whole(sessions.of(own.login().id()).stream()
                .map(place -> new SessionView(
                        place.id(),
                        place.address(),
                        place.agent(),
                        place.createdAt(),
                        place.seenAt(),
                        place.id().equals(own.session())))
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of one's own sessions")
    void end(Caller caller, HttpServletRequest request, @PathVariable String id) {
        if (!sessions.end(owner.of(caller, request).login().id(), id)) {
            throw new NotFound("Такого входа нет.", "There is no such session.");
        }
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End all of one's own sessions but this one")
    void endOthers(Caller caller, HttpServletRequest request) {
        OwnSession.Own own = owner.of(caller, request);
        sessions.endOthers(own.login().id(), own.session());
    }
}
