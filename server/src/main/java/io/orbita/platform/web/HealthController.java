package io.orbita.platform.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "health")
class HealthController {
    record Health(String status, String version) {}

    private final Readiness readiness;
    private final JdbcClient jdbc;
    private final String version;

    HealthController(Readiness readiness, JdbcClient jdbc, Optional<BuildProperties> build) {
        this.readiness = readiness;
        this.jdbc = jdbc;
        this.version =
                build.map(BuildProperties::getVersion).map(String::valueOf).orElse("dev");
    }

    @GetMapping("/api/health")
    @Operation(summary = "200 when the process and its database can be used")
    ResponseEntity<Health> health() {
        if (!readiness.isReady()) {
            return ResponseEntity.status(503).body(new Health("STARTING", version));
        }
        try {
            jdbc.sql("select 1").query(Integer.class).single();
        } catch (DataAccessException e) {
            return ResponseEntity.status(503).body(new Health("DOWN", version));
        }
        return ResponseEntity.ok(new Health("UP", version));
    }
}
