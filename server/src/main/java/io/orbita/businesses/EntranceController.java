package io.orbita.businesses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Doors for people who cannot sign in yet or any more; each checks the token that it is given. Tokens come in bodies: addresses are logged. */
@RestController
@RequestMapping("/api/auth")
@Open
@Tag(name = "auth")
class EntranceController {
    record InvitationToken(@NotBlank @Size(max = 100) String token) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offered(String business, String role, @Nullable String email, Instant expiresAt) {}

    record Acceptance(
            @NotBlank @Size(max = 100) String token,

            @NotBlank @Size(min = 2, max = 100) @Pattern(regexp = UsersController.USERNAME, message = UsersController.USERNAME_RULE) String username,

            @NotBlank @Size(max = 200) String name,

            @NotBlank @Size(min = 10, max = 200, message = UsersController.PASSWORD_RULE) String password) {}

    /** A user name or an e-mail address. */
    record Forgotten(@NotBlank @Size(max = 254) String username) {}

    /** The same for everybody. */
    record Promise(String text) {}

    record Mended(
            @NotBlank @Size(max = 100) String token,

            @NotBlank @Size(min = 10, max = 200, message = UsersController.PASSWORD_RULE) String password) {}

    private final Invitations invitations;
    private final PasswordWishes wishes;
    private final PasswordResets resets;
    private final Businesses businesses;
    private final SignIn signIn;
    private final SignedInAnswer answer;
    private final RateLimits limits;

    EntranceController(
            Invitations invitations,
            PasswordWishes wishes,
            PasswordResets resets,
            Businesses businesses,
            SignIn signIn,
            SignedInAnswer answer,
            RateLimits limits) {
        this.invitations = invitations;
        this.wishes = wishes;
        this.resets = resets;
        this.businesses = businesses;
        this.signIn = signIn;
        this.answer = answer;
        this.limits = limits;
    }

    @PostMapping("/invitation")
    @Operation(summary = "What an invitation offers")
    Offered offer(@Valid @RequestBody InvitationToken given, HttpServletRequest request) {
        limit(request);
        BusinessId business = business(given.token());
        Invitations.Offer offer = Tenancy.in(business, () -> invitations.offer(business, given.token()));
        return new Offered(
                businesses.get(business).name(),
                offer.role().name().toLowerCase(Locale.ROOT),
                offer.email(),
                offer.expiresAt());
    }

    @PostMapping("/invitation/accept")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Accept an invitation: set name and password, and be signed in")
    ResponseEntity<AuthController.Token> accept(@Valid @RequestBody Acceptance given, HttpServletRequest request) {
        limit(request);
        BusinessId business = business(given.token());
        Users.User user = Tenancy.in(
                business,
                () -> invitations.accept(business, given.token(), given.username(), given.name(), given.password()));
        return answer.of(HttpStatus.CREATED, signIn.fresh(business, user.id(), Device.of(request)), request);
    }

    @PostMapping("/password/forgot")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask for a letter with a link to a new password; the answer tells nothing about who exists")
    Promise forgot(@Valid @RequestBody Forgotten given, HttpServletRequest request) {
        limits.take("forgot", request.getRemoteAddr(), 5, Duration.ofMinutes(10));
        wishes.note(given.username());
        return new Promise("Если такой сотрудник есть и у него указана почта, письмо уже в пути.");
    }

    @PostMapping("/password/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a new password with the link from the letter; all sessions end")
    void reset(@Valid @RequestBody Mended given, HttpServletRequest request) {
        limit(request);
        Logins.Login login = resets.login(given.token());
        BusinessId business = Objects.requireNonNull(login.business());
        Tenancy.run(business, () -> resets.mend(business, login, given.token(), given.password()));
    }

    private void limit(HttpServletRequest request) {
        limits.take("links", request.getRemoteAddr(), 30, Duration.ofMinutes(1));
    }

    private BusinessId business(String token) {
        int dot = token.indexOf('.');
        return PublicId.business(dot < 0 ? token : token.substring(0, dot))
                .flatMap(businesses::find)
                .map(Business::id)
                .orElseThrow(LinkGone::new);
    }
}
