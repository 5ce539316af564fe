package io.orbita;

import io.orbita.platform.jdbc.embedded.EmbeddedPostgres;
import io.orbita.platform.jdbc.embedded.TestPostgres;
import java.net.URI;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A fresh database for each application context; on a given server when {@code ORBITA_TEST_DATABASE_URL} and its owner's are set. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String given = System.getenv("ORBITA_TEST_DATABASE_URL");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test database", given == null ? embedded() : given(given)));
    }

    private static Map<String, Object> embedded() {
        EmbeddedPostgres server = TestPostgres.server();
        String url = TestPostgres.freshDatabase();
        return Map.of(
                "ORBITA_DATABASE_URL", with(url, server.appUser(), server.appPassword()),
                "ORBITA_DATABASE_OWNER_URL", with(url, server.ownerUser(), server.ownerPassword()));
    }

    private static Map<String, Object> given(String url) {
        return Map.of(
                "ORBITA_DATABASE_URL",
                url,
                "ORBITA_DATABASE_OWNER_URL",
                System.getenv("ORBITA_TEST_DATABASE_OWNER_URL"));
    }

    private static String with(String jdbcUrl, String user, String password) {
        URI uri = URI.create(jdbcUrl.substring("jdbc:".length()));
        return "postgres://" + user + ":" + password + "@" + uri.getHost() + ":" + uri.getPort() + uri.getPath()
                + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
    }
}
