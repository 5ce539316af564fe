package io.orbita.platform.jdbc;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A wrong address, password or name in {@code ORBITA_DATABASE_URL} is told in a sentence. */
final class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final String NO_RIGHT = "42501";

    /** Connection, authorization, no such database, no connection free, server starting or stopping, no right. */
    private static final List<String> TOLD = List.of("08", "28", "3D", "53300", "57P", NO_RIGHT);

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        String state = cause.getSQLState();
        if (state == null || TOLD.stream().noneMatch(state::startsWith)) {
            return null;
        }
        String host = cause.getCause() instanceof UnknownHostException unknown
                ? " No such host: " + unknown.getMessage()
                : "";
        return new FailureAnalysis(
                "The database cannot be used: " + cause.getMessage() + host,
                state.equals(NO_RIGHT)
                        ? "The role of ORBITA_DATABASE_OWNER_URL must own the database, and that of ORBITA_DATABASE_URL be"
                                + " the one of the first start."
                        : "Check ORBITA_DATABASE_URL and ORBITA_DATABASE_OWNER_URL, and that the server runs.",
                cause);
    }
}
