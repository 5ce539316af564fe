package io.orbita.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.platform.StartRefused;
import io.orbita.platform.jdbc.embedded.EmbeddedPostgres;
import io.orbita.platform.jdbc.embedded.TestPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GivenServerTests {
    private final EmbeddedPostgres postgres = TestPostgres.server();
    private final String url = TestPostgres.freshDatabase();
    private final DatabaseAddress owner = new DatabaseAddress(url, postgres.ownerUser(), postgres.ownerPassword());
    private final DatabaseAddress app = new DatabaseAddress(url, postgres.appUser(), postgres.appPassword());

    @Test
    void an_ordinary_role_beside_the_owner_will_do() {
        assertThatCode(() -> new GivenServer(app, owner).examine(GivenServer.OLDEST))
                .doesNotThrowAnyException();
    }

    @Test
    void an_older_postgresql_is_refused_by_its_number() {
        assertThatThrownBy(() -> new GivenServer(app, owner).examine(99))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL 18")
                .hasMessageContaining("99 or newer");
    }

    @Test
    void the_owner_itself_is_refused_before_anything_is_migrated() {
        assertThatThrownBy(() -> new GivenServer(owner, owner).examine(GivenServer.OLDEST))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ordinary role");
    }

    @Test
    void two_databases_are_refused_and_no_password_is_told() {
        var elsewhere = new DatabaseAddress(
                TestPostgres.freshDatabase() + "?password=" + app.password(), app.user(), app.password());
        assertThatThrownBy(() -> new GivenServer(elsewhere, owner).examine(GivenServer.OLDEST))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("same database")
                .hasMessageNotContaining(app.password());
    }

    @Test
    void an_unknown_host_and_a_missing_right_are_told_in_a_sentence() {
        var nowhere = new DatabaseAddress("jdbc:postgresql://no-such-host.invalid:1/orbita", "a", "b");
        assertThatThrownBy(() -> new GivenServer(nowhere, nowhere).examine(GivenServer.OLDEST))
                .isInstanceOfSatisfying(SQLException.class, e -> assertTold(e, "No such host: no-such-host.invalid"));
        assertThatThrownBy(() -> {
                    try (var connection = DriverManager.getConnection(url, app.user(), app.password());
                            var statement = connection.createStatement()) {
                        statement.execute("create schema mine");
                    }
                })
                .isInstanceOfSatisfying(SQLException.class, e -> assertTold(e, "permission denied"));
    }

    private static void assertTold(SQLException failure, String text) {
        var told = new UnreachableDatabaseAnalyzer().analyze(new IllegalStateException(failure));
        assertThat(Objects.requireNonNull(told).getDescription()).contains(text);
    }
}
