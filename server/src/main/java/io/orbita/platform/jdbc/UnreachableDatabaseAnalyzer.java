package io.orbita.platform.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A wrong address, password or name in {@code ORBITA_DATABASE_URL} is told in a sentence. */
final class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState();
        // 08 connection, 28 authorization, 3D no such database
        if (state == null || !(state.startsWith("08") || state.startsWith("28") || state.startsWith("3D"))) {
            return null;
        }
        return new FailureAnalysis(
                "The database cannot be used: " + cause.getMessage(),
                "Check ORBITA_DATABASE_URL and ORBITA_DATABASE_OWNER_URL, and that the server runs.",
                cause);
    }
}
