package io.orbita.businesses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Forbidden;
import io.orbita.platform.web.RateLimits;
import io.orbita.platform.web.Unauthenticated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
@Tag(name = "auth")
class AuthController {
    static final String COOKIE = "orbita_refresh";
    static final String CSRF = "X-Orbita-CSRF";

    record Credentials(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String password) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UserView(
            @Nullable Long id,
            String name,
            String role,
            @Nullable BusinessView business) {}

    record BusinessView(String slug, String name, String zone, String currency, boolean sandbox) {}

    record Token(String accessToken, String tokenType, long expiresIn, UserView user) {}

    private final SignIn signIn;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Businesses businesses;
    private final RateLimits limits;

    AuthController(SignIn signIn, Sessions sessions, AccessTokens tokens, Businesses businesses, RateLimits limits) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.businesses = businesses;
        this.limits = limits;
    }

    @Open
    @PostMapping("/login")
    @Operation(summary = "Sign in with a user name and a password")
    ResponseEntity<Token> login(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        limits.take("login", request.getRemoteAddr(), 60, Duration.ofMinutes(1));
        return answered(signIn.with(credentials.username(), credentials.password(), request.getRemoteAddr()), request);
    }

    @Open
    @PostMapping("/refresh")
    @Operation(summary = "Exchange the refresh cookie for a new access token")
    ResponseEntity<Token> refresh(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            @RequestHeader(name = CSRF, required = false) @Nullable String csrf,
            HttpServletRequest request) {
        requireCsrf(csrf);
        if (cookie == null) {
            throw new Unauthenticated();
        }
        return answered(signIn.refreshed(cookie).orElseThrow(Unauthenticated::new), request);
    }

    @Open
    @PostMapping("/logout")
    @Operation(summary = "End the session")
    ResponseEntity<Void> logout(
            @CookieValue(name = COOKIE, required = false) @Nullable String cookie,
            @RequestHeader(name = CSRF, required = false) @Nullable String csrf,
            HttpServletRequest request) {
        CallerFilter.bearer(request).flatMap(tokens::session).ifPresent(sessions::end);
        if (cookie != null) {
            requireCsrf(csrf);
            sessions.refresh(cookie).ifPresent(session -> sessions.end(session.id()));
        }
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie("", Duration.ZERO, request).toString())
                .build();
    }

    @Allowed(
            value = {Role.TRAINER, Role.MANAGER, Role.CASHIER, Role.PLATFORM_ADMIN},
            scope = "me")
    @GetMapping("/me")
    @Operation(summary = "Who is signed in")
    UserView me(Caller caller) {
        return view(caller);
    }

    private ResponseEntity<Token> answered(SignIn.SignedIn signedIn, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(signedIn.session().token(), Duration.ofDays(30), request)
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Token(
                        tokens.issue(signedIn.session()),
                        "Bearer",
                        AccessTokens.LIFE.toSeconds(),
                        view(signedIn.caller())));
    }

    private UserView view(Caller caller) {
        BusinessId id = caller.businessOrNull();
        Business business = id == null ? null : businesses.get(id);
        return new UserView(
                caller.user(),
                caller.name(),
                caller.role().name().toLowerCase(Locale.ROOT),
                business == null
                        ? null
                        : new BusinessView(
                                business.slug(),
                                business.name(),
                                business.zone().getId(),
                                business.currency(),
                                business.sandbox()));
    }

    private static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api/auth")
                .maxAge(age)
                .build();
    }

    private static void requireCsrf(@Nullable String header) {
        if (!"1".equals(header)) {
            throw new Forbidden();
        }
    }
}
