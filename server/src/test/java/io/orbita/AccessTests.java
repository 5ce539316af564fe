package io.orbita;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Business;
import io.orbita.businesses.Open;
import io.orbita.businesses.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who may call what: every endpoint, without a token, with a broken one and with every role, against {@code rights.txt}, the table that people have approved. A new
 * endpoint fails here until its line stands there ({@code ./orbita openapi} writes the table anew, review decides).
 */
@OrbitaTest
class AccessTests {
    private static final Path TABLE = Path.of("src", "test", "resources", "rights.txt");
    private static final String NOBODY = "999999999";

    private record Endpoint(HttpMethod method, String path, boolean open, Set<Role> roles, String scope) {
        String line() {
            return method + " " + path + " "
                    + (open
                            ? "open"
                            : scope + " "
                                    + roles.stream()
                                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                                            .sorted()
                                            .collect(Collectors.joining(",")));
        }

        String url() {
            return path.replaceAll("\\{[^}]+}", NOBODY);
        }
    }

    private final World world;
    private final RequestMappingHandlerMapping mapping;

    AccessTests(World world, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.world = world;
        this.mapping = mapping;
    }

    private List<Endpoint> endpoints() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.orbita."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> endpoint(method.asHttpMethod(), path, entry.getValue()))))
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(endpoint -> endpoint.method().name()))
                .toList();
    }

    private static Endpoint endpoint(HttpMethod method, String path, HandlerMethod handler) {
        Allowed allowed = handler.getMethodAnnotation(Allowed.class);
        boolean open = handler.getBeanType().getPackageName().equals("io.orbita.platform.web")
                || (allowed == null
                        && (handler.hasMethodAnnotation(Open.class)
                                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Open.class)));
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (allowed != null) {
            roles.addAll(Arrays.asList(allowed.value()));
            roles.add(Role.ADMIN);
        }
        return new Endpoint(method, path, open, roles, allowed == null ? "-" : allowed.scope());
    }

    private int status(Endpoint endpoint, @Nullable String token) {
        boolean body = endpoint.method() != HttpMethod.GET && endpoint.method() != HttpMethod.DELETE;
        return world.call(endpoint.method(), endpoint.url(), token, body ? Map.of() : null)
                .status();
    }

    @Test
    void the_table_of_rights_is_the_approved_one() throws IOException {
        String table = endpoints().stream().map(Endpoint::line).collect(Collectors.joining("\n")) + "\n";
        if (Boolean.getBoolean("orbita.openapi.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table);
        }
        assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "").isEqualTo(table);
    }

    @Test
    void nobody_gets_in_without_a_token_or_with_an_expired_forged_or_revoked_one() {
        Business business = world.business();
        String expired = world.token(business, Role.ADMIN);
        world.clock().advance(Duration.ofMinutes(11));
        String revoked = world.token(business, Role.ADMIN);
        world.call(HttpMethod.POST, "/api/auth/logout", revoked, null);
        String good = world.token(business, Role.ADMIN);
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
        var soft = new SoftAssertions();
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.open()) {
                continue;
            }
            Stream.of(
                            null,
                            "",
                            "rubbish",
                            "ok_rubbish",
                            "ok_1-0000000000000000000000",
                            expired,
                            revoked,
                            unsigned,
                            forged())
                    .forEach(token -> soft.assertThat(status(endpoint, token))
                            .as(endpoint.line() + " with " + token)
                            .isEqualTo(401));
        }
        soft.assertAll();
    }

    @Test
    void each_role_may_exactly_what_the_table_says() {
        Business business = world.business();
        var soft = new SoftAssertions();
        for (Role role : Role.values()) {
            String token = role == Role.PLATFORM_ADMIN
                    ? world.login("platform", "first-password")
                    : world.token(business, role);
            for (Endpoint endpoint : endpoints()) {
                if (endpoint.open()) {
                    continue;
                }
                int status = status(endpoint, token);
                if (endpoint.roles().contains(role)) {
                    soft.assertThat(status)
                            .as(endpoint.line() + " as " + role)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                } else {
                    soft.assertThat(status).as(endpoint.line() + " as " + role).isEqualTo(403);
                }
            }
        }
        soft.assertAll();
    }

    private String forged() {
        var key = new SecretKeySpec(new byte[32], "HmacSHA256");
        var now = world.clock().instant();
        return new NimbusJwtEncoder(new ImmutableSecret<>(key))
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(MacAlgorithm.HS256).build(),
                        JwtClaimsSet.builder()
                                .subject("1")
                                .claim("sid", "any")
                                .issuedAt(now)
                                .expiresAt(now.plusSeconds(600))
                                .build()))
                .getTokenValue();
    }
}
