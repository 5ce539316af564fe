package io.orbita.messaging.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The bot of the business; its token goes in and never comes out. */
@RestController
@RequestMapping("/api/channels/telegram")
@Allowed(scope = "channels")
@Tag(name = "messaging")
class TelegramController {
    record Token(@NotBlank @Size(max = 200) String token) {}

    /** {@code receives} is webhook or polling; {@code problem} is what Telegram says of a bot that it refuses. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            boolean connected,
            @Nullable String username,
            @Nullable String receives,
            @Nullable String problem,
            @Nullable Instant connectedAt) {}

    private final TelegramConnection connection;
    private final TelegramBots bots;
    private final TelegramReception reception;

    TelegramController(TelegramConnection connection, TelegramBots bots, TelegramReception reception) {
        this.connection = connection;
        this.bots = bots;
        this.reception = reception;
    }

    @GetMapping
    @Operation(summary = "The bot of the business, without its token")
    State state(Caller caller) {
        var receives = reception.webhook(caller.business()).isPresent() ? "webhook" : "polling";
        return bots.bot(caller.business())
                .map(it -> new State(true, it.username(), receives, it.broken(), it.connectedAt()))
                .orElse(new State(false, null, null, null, null));
    }

    @PutMapping
    @Operation(summary = "Connect a bot by its token; Telegram is asked first")
    State connect(Caller caller, @Valid @RequestBody Token token) {
        connection.connect(caller.business(), token.token(), caller.key());
        return state(caller);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the bot away")
    void disconnect(Caller caller) {
        connection.disconnect(caller.business(), caller.key());
    }
}
