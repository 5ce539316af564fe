package io.orbita.businesses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.platform.web.Forbidden;
import io.orbita.platform.web.RateLimits;
import io.orbita.platform.web.Unauthenticated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
    private static final String COOKIE = SignedInAnswer.COOKIE;
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

    /** The password was right; the code is owed within {@code expires_in} seconds. */
    record CodeOwed(String halfToken, long expiresIn) {}

    record Code(
            @NotBlank @Size(max = 200) String halfToken,
            @NotBlank @Size(max = 40) String code) {}

    private final SignIn signIn;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final SignedInAnswer answer;
    private final RateLimits limits;

    AuthController(SignIn signIn, Sessions sessions, AccessTokens tokens, SignedInAnswer answer, RateLimits limits) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.answer = answer;
        this.limits = limits;
    }

    @Open
    @PostMapping("/login")
    @Operation(summary = "Sign in with a user name and a password")
    @ApiResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = Token.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The password was right, a code is owed",
            content = @Content(schema = @Schema(implementation = CodeOwed.class)))
    ResponseEntity<?> login(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        limits.take("login", request.getRemoteAddr(), 60, Duration.ofMinutes(1));
        return switch (signIn.with(credentials.username(), credentials.password(), Device.of(request))) {
            case SignIn.SignedIn signedIn -> answer.of(HttpStatus.OK, signedIn, request);
            case SignIn.HalfWay half ->
                ResponseEntity.accepted()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(new CodeOwed(half.token(), HalfTokens.LIFE.toSeconds()));
        };
    }

    @Open
    @PostMapping("/login/code")
    @Operation(summary = "The second step of signing in: a code from the app, or a recovery code")
    ResponseEntity<Token> code(@Valid @RequestBody Code code, HttpServletRequest request) {
        limits.take("login", request.getRemoteAddr(), 60, Duration.ofMinutes(1));
        return answer.of(HttpStatus.OK, signIn.withCode(code.halfToken(), code.code(), Device.of(request)), request);
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
        return answer.of(HttpStatus.OK, signIn.refreshed(cookie).orElseThrow(Unauthenticated::new), request);
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
                        SignedInAnswer.cookie("", Duration.ZERO, request).toString())
                .build();
    }

    @Allowed(
            value = {Role.TRAINER, Role.MANAGER, Role.CASHIER, Role.PLATFORM_ADMIN},
            scope = "me")
    @GetMapping("/me")
    @Operation(summary = "Who is signed in")
    UserView me(Caller caller) {
        return answer.view(caller);
    }

    private static void requireCsrf(@Nullable String header) {
        if (!"1".equals(header)) {
            throw new Forbidden();
        }
    }
}
