package io.orbita.messaging.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Channel;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One thread with a person over all their channels. */
@RestController
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "conversations")
@Tag(name = "messaging")
class ThreadController {
    static final String CHANNELS = "telegram|sandbox|vk|site|email";
    private static final Duration LATEST = Duration.ofDays(366);

    /** @param sendAt in the future, at most a year ahead; null for at once */
    record PersonMessage(
            @NotBlank @Size(max = 4096) String text,

            @Pattern(regexp = CHANNELS, message = CHANNELS) @Nullable String channel,

            @Nullable Instant sendAt) {}

    /** Either a message that waits to leave ({@code id}) or one for later ({@code scheduled_id}). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Written(
            String state,
            @Nullable Long id,
            @Nullable Long conversationId,
            @Nullable String channel,
            @Nullable Long scheduledId,
            @Nullable Instant sendAt) {}

    private final Inbox inbox;
    private final BestWay bestWay;
    private final ScheduledMessages scheduled;
    private final Letters letters;
    private final Clients clients;
    private final Idempotency idempotency;
    private final Clock clock;

    ThreadController(
            Inbox inbox,
            BestWay bestWay,
            ScheduledMessages scheduled,
            Letters letters,
            Clients clients,
            Idempotency idempotency,
            Clock clock) {
        this.inbox = inbox;
        this.bestWay = bestWay;
        this.scheduled = scheduled;
        this.letters = letters;
        this.clients = clients;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping("/api/clients/{id}/messages")
    @Operation(
            summary = "What was said with a person, over all channels, the newest first",
            description =
                    "All conversations of the client and of everybody merged into them; each message names its channel. "
                            + "`state` is `unknown` when nobody knows whether a message arrived: it is shown so and not sent again.")
    Page<Inbox.MessageShown> messages(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return inbox.thread(caller.business(), find(caller, id), Cursor.read(cursor, 1), Page.limit(limit));
    }

    @PostMapping("/api/clients/{id}/messages")
    @Operation(
            summary = "Write to a person, now or later",
            description =
                    "Over the channel that is asked for, else over the first of the person's order that takes messages. "
                            + "With `send_at` the message waits; its channel, and whether the client is still there, is looked at then.")
    ResponseEntity<Written> write(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody PersonMessage message) {
        return idempotency.once(
                caller.business(), "clients.write." + id, caller.key(), key, message, Written.class, () -> {
                    ClientId client = find(caller, id);
                    return message.sendAt() == null
                            ? now(caller, client, message)
                            : later(caller, client, message, message.sendAt());
                });
    }

    private Written now(Caller caller, ClientId client, PersonMessage message) {
        Channel channel = channel(message.channel());
        Talk talk = (channel == null
                        ? bestWay.to(caller.business(), client)
                        : bestWay.over(caller.business(), client, channel))
                .orElseThrow(NoWay::new);
        if (!talk.reachable()) {
            throw new Unreachable();
        }
        long sent = letters.write(caller.business(), talk.id(), message.text(), caller.user());
        return new Written("queued", sent, talk.id(), talk.channel().name().toLowerCase(Locale.ROOT), null, null);
    }

    private Written later(Caller caller, ClientId client, PersonMessage message, Instant sendAt) {
        checked(sendAt, clock.instant());
        var kept = scheduled.add(
                caller.business(), client, message.text(), channel(message.channel()), sendAt, caller.user());
        return new Written("scheduled", null, null, kept.channel(), kept.id(), kept.sendAt());
    }

    static void checked(Instant sendAt, Instant now) {
        if (!sendAt.isAfter(now) || sendAt.isAfter(now.plus(LATEST))) {
            throw new Invalid("send_at", "range", "Время в будущем, не дальше года");
        }
    }

    static @Nullable Channel channel(@Nullable String name) {
        return name == null ? null : Channel.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private ClientId find(Caller caller, long id) {
        var client = new ClientId(id);
        if (!clients.exists(caller.business(), client)) {
            throw new NotFound("Такого клиента нет.", "There is no such client.");
        }
        return clients.standing(caller.business(), client);
    }
}
