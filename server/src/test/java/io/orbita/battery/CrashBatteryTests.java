package io.orbita.battery;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrashBatteryTests {
    @Test
    void a_killed_server_loses_and_doubles_nothing() throws Exception {
        new CrashRounds(20_261_120, Path.of("target", "battery", "crash-tests")).run(3);
    }
}
