package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

/** How long it takes to read what was imported: as files, and as the funnel in figures. */
final class ImportReadings {
    private final ServerUnderKill server;
    private final ImportRounds.Owner owner;

    ImportReadings(ServerUnderKill server, ImportRounds.Owner owner) {
        this.server = server;
        this.owner = owner;
    }

    void tell(int rows) throws IOException {
        for (String format : List.of("csv", "xlsx")) {
            long start = System.nanoTime();
            long bytes = owner.length("/api/clients/export?format=" + format);
            ImportRounds.tell(
                    "export of the list as %s: %d KB in %d ms",
                    format, bytes / 1_024, (System.nanoTime() - start) / 1_000_000);
            assertThat(bytes).isGreaterThan(rows * 20L);
        }
        for (String mode : List.of("snapshot", "flow", "cohort")) {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 3; i++) {
                long start = System.nanoTime();
                owner.get("/api/pipeline/analytics?mode=" + mode);
                best = Math.min(best, System.nanoTime() - start);
            }
            ImportRounds.tell("funnel as %s: %d ms, the best of three", mode, best / 1_000_000);
        }
        ImportRounds.tell("server: %s", server.figures());
    }
}
