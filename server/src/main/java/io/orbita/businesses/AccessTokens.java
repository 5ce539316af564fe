package io.orbita.businesses;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.orbita.platform.crypto.Keys;
import io.orbita.platform.jdbc.BriefMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Access tokens: JWT, HS256 under a key of this installation, ten minutes; they only name the session, rights are read anew on each request. */
@Component
class AccessTokens {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final String SESSION = "sid";

    private record Verified(String session, Instant expiresAt) {}

    private final JwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;
    private final BriefMemory<String, Optional<Verified>> verified = new BriefMemory<>(2_000);

    AccessTokens(Keys keys, Clock clock) {
        SecretKey key = new SecretKeySpec(keys.derived("access-token"), "HmacSHA256");
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        this.decoder = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times));
        this.clock = clock;
    }

    String issue(Sessions.Session session) {
        Instant now = clock.instant();
        return encoder.encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(),
                        JwtClaimsSet.builder()
                                .issuer("orbita")
                                .subject(String.valueOf(session.login()))
                                .claim(SESSION, session.id())
                                .issuedAt(now)
                                .expiresAt(now.plus(LIFE))
                                .build()))
                .getTokenValue();
    }

    /** The session that a token names, when it is ours and fresh. A token that was verified a moment ago is not verified again. */
    Optional<String> session(String token) {
        return verified.get(token, this::verify)
                .filter(one -> clock.instant().isBefore(one.expiresAt()))
                .map(Verified::session);
    }

    private Optional<Verified> verify(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            String session = jwt.getClaimAsString(SESSION);
            Instant end = jwt.getExpiresAt();
            return session == null || end == null ? Optional.empty() : Optional.of(new Verified(session, end));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }
}
