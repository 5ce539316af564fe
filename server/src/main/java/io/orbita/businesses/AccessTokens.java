package io.orbita.businesses;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.orbita.platform.crypto.Keys;
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

    private final JwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final Clock clock;

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

    /** The session that a token names, when it is ours and fresh. */
    Optional<String> session(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return Optional.ofNullable(jwt.getClaimAsString(SESSION));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }
}
