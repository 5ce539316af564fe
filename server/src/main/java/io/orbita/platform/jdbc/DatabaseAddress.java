package io.orbita.platform.jdbc;

import io.orbita.platform.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Where a database is and who we are there.
 *
 * @param url a JDBC URL without user and password
 */
record DatabaseAddress(String url, String user, String password) implements JdbcConnectionDetails {

    /**
     * Reads {@code postgres://user:password@host:port/name?options}, the same with {@code postgresql} or {@code jdbc:postgresql}.
     *
     * @throws StartRefused when it names no host, database or user; the message does not repeat the password
     */
    static DatabaseAddress parse(String variable, String text) {
        URI uri = uri(text.strip().replaceFirst("^jdbc:", ""));
        String user = uri == null ? null : uri.getRawUserInfo();
        if (uri == null
                || uri.getScheme() == null
                || !uri.getScheme().startsWith("postgres")
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2
                || user == null) {
            throw new StartRefused(variable + " must look like postgres://user:password@host:5432/database,"
                    + " with special characters of user and password written as %2F and the like.");
        }
        int colon = user.indexOf(':');
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()) + uri.getPath()
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
                decoded(colon < 0 ? user : user.substring(0, colon)),
                colon < 0 ? "" : decoded(user.substring(colon + 1)));
    }

    /** The error of the parser is dropped: it quotes its input, password and all. */
    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The same address for migrations. */
    FlywayConnectionDetails forMigrations() {
        DatabaseAddress address = this;
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return address.url();
            }

            @Override
            public String getUsername() {
                return address.user();
            }

            @Override
            public String getPassword() {
                return address.password();
            }
        };
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
