package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What a browser gets when somebody is signed in: the access token in the body, the refresh token in a cookie that no script reads. */
@Component
class SignedInAnswer {
    static final String COOKIE = "orbita_refresh";

    private final AccessTokens tokens;
    private final Businesses businesses;

    SignedInAnswer(AccessTokens tokens, Businesses businesses) {
        this.tokens = tokens;
        this.businesses = businesses;
    }

    ResponseEntity<AuthController.Token> of(HttpStatus status, SignIn.SignedIn signedIn, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(signedIn.session().token(), Duration.ofDays(30), request)
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new AuthController.Token(
                        tokens.issue(signedIn.session()),
                        "Bearer",
                        AccessTokens.LIFE.toSeconds(),
                        view(signedIn.caller())));
    }

    AuthController.UserView view(Caller caller) {
        BusinessId id = caller.businessOrNull();
        Business business = id == null ? null : businesses.get(id);
        return new AuthController.UserView(
                caller.user(),
                caller.name(),
                caller.role().name().toLowerCase(Locale.ROOT),
                business == null
                        ? null
                        : new AuthController.BusinessView(
                                business.slug(),
                                business.name(),
                                business.zone().getId(),
                                business.currency(),
                                business.sandbox()));
    }

    static ResponseCookie cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api/auth")
                .maxAge(age)
                .build();
    }
}
