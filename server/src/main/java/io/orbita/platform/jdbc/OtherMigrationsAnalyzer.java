package io.orbita.platform.jdbc;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A database that another state of the sources has migrated is not touched. */
final class OtherMigrationsAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The database was laid out by another version of Orbita, and its tables do not fit this one.\n"
                        + cause.getMessage(),
                "Start the version that made it, or start this one with another --data folder or database.",
                cause);
    }
}
