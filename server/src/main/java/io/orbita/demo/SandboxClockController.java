package io.orbita.demo;

import io.orbita.businesses.Open;
import io.orbita.businesses.SandboxGate;
import io.orbita.platform.time.MovableClock;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Open
@Tag(name = "sandbox")
class SandboxClockController {
    record Advance(@NotBlank @Size(max = 40) String advance) {}

    record Now(Instant now) {}

    /** @param movable whether it can be moved forward here */
    record Clock(Instant now, boolean movable) {}

    private final MovableClock clock;
    private final SandboxGate gate;

    SandboxClockController(MovableClock clock, SandboxGate gate) {
        this.clock = clock;
        this.gate = gate;
    }

    @GetMapping("/api/sandbox/clock")
    @Operation(summary = "What time it is in the sandbox, and whether it can be moved")
    Clock clock(HttpServletRequest http) {
        gate.check(http);
        return new Clock(clock.instant(), clock.movable());
    }

    @PostMapping("/api/sandbox/clock")
    @Operation(summary = "Move time forward (only when the server was started with --sandbox-clock)")
    Now advance(@Valid @RequestBody Advance request, HttpServletRequest http) {
        gate.check(http);
        if (!clock.movable()) {
            throw new NotFound("Часы этого сервера не переводятся.", "The clock of this server does not move.");
        }
        clock.advance(read(request.advance()));
        return new Now(clock.instant());
    }

    private static Duration read(String text) {
        try {
            Duration by = Duration.parse(text);
            if (!by.isNegative() && by.compareTo(Duration.ofDays(366)) <= 0) {
                return by;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // answered below, as any other wrong duration
        }
        throw new Invalid("advance", "format", "Длительность ISO 8601 до 366 дней, например P1D или PT20M");
    }
}
