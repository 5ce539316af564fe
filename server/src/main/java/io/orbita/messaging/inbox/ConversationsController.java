package io.orbita.messaging.inbox;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.messaging.outbox.Outbox;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Forbidden;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of the staff. */
@RestController
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "conversations")
@Tag(name = "messaging")
class ConversationsController {
    private static final String CHANNELS = ThreadController.CHANNELS;

    record StaffMessage(@NotBlank @Size(max = 4096) String text) {}

    /** A message that waits to leave. */
    record QueuedMessage(long id, String state) {}

    /** The bot keeps out of the conversation until then, or longer when more is said. */
    record ConversationTaken(long id, long takenBy, Instant takenUntil) {}

    record ReadUpTo(@NotNull @Positive Long messageId) {}

    private final Inbox inbox;
    private final Conversations conversations;
    private final Unread unread;
    private final Attendance attendance;
    private final Outbox outbox;
    private final Letters letters;
    private final Idempotency idempotency;

    ConversationsController(
            Inbox inbox,
            Conversations conversations,
            Unread unread,
            Attendance attendance,
            Outbox outbox,
            Letters letters,
            Idempotency idempotency) {
        this.inbox = inbox;
        this.conversations = conversations;
        this.unread = unread;
        this.attendance = attendance;
        this.outbox = outbox;
        this.letters = letters;
        this.idempotency = idempotency;
    }

    @GetMapping("/api/conversations")
    @Operation(
            summary = "Conversations, the newest first",
            description =
                    "`show`: all, mine (taken by the caller), unanswered (the person spoke last) or bot (nobody has taken it). "
                            + "`q` looks for names, usernames and whatever finds the client.")
    Page<Inbox.ConversationShown> list(
            Caller caller,
            @RequestParam(required = false) @Pattern(regexp = CHANNELS, message = CHANNELS) @Nullable String channel,
            @RequestParam(name = "client_id", required = false) @Positive @Nullable Long client,
            @RequestParam(defaultValue = "all") @Pattern(regexp = Sought.SHOWS, message = Sought.SHOWS) String show,
            @RequestParam(required = false) @Nullable @Size(max = 200) String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return inbox.page(
                caller.business(),
                new Sought(channel, client, show, caller.user(), q),
                Cursor.read(cursor, 2),
                Page.limit(limit));
    }

    @GetMapping("/api/conversations/{id}")
    @Operation(summary = "One conversation, as it stands in the list")
    Inbox.ConversationShown one(Caller caller, @PathVariable @Positive long id) {
        return inbox.one(caller.business(), id).orElseThrow(ConversationsController::unknown);
    }

    @GetMapping("/api/conversations/{id}/messages")
    @Operation(summary = "What was said in a conversation, the newest first")
    Page<Inbox.MessageShown> messages(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        find(caller, id);
        return inbox.messages(caller.business(), id, Cursor.read(cursor, 1), Page.limit(limit));
    }

    @PostMapping("/api/conversations/{id}/messages")
    @Operation(
            summary = "Write to the person; the message leaves at once",
            description = "What a user writes also takes the conversation: the bot keeps out of it for four hours.")
    ResponseEntity<QueuedMessage> write(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody StaffMessage message) {
        return idempotency.once(
                caller.business(), "conversations.write." + id, caller.key(), key, message, QueuedMessage.class, () -> {
                    if (!find(caller, id).reachable()) {
                        throw new Unreachable();
                    }
                    return new QueuedMessage(
                            letters.write(caller.business(), id, message.text(), caller.user()), "queued");
                });
    }

    @PostMapping("/api/conversations/{id}/take")
    @Operation(
            summary = "Talk with the person yourself",
            description =
                    "For four hours after your last word the bot leaves what the person types to you, with a notice for "
                            + "each message; commands and buttons work on. A button after which the bot waits for words hands the "
                            + "conversation back. Taking what a colleague has makes it yours.")
    ConversationTaken takeOver(Caller caller, @PathVariable @Positive long id) {
        Long user = caller.user();
        if (user == null) {
            throw new Forbidden();
        }
        find(caller, id);
        var attendant = attendance.begin(caller.business(), id, user);
        return new ConversationTaken(id, attendant.staff(), attendant.until());
    }

    @PostMapping("/api/conversations/{id}/hand-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let the bot answer by itself again")
    void handBack(Caller caller, @PathVariable @Positive long id) {
        find(caller, id);
        attendance.end(caller.business(), id);
    }

    @PostMapping("/api/conversations/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark everything up to a message as read")
    void read(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody ReadUpTo upTo) {
        Talk talk = find(caller, id);
        unread.read(caller.business(), talk, upTo.messageId());
    }

    @PostMapping("/api/messages/{id}/retry")
    @Operation(summary = "Send a message again that could not be delivered")
    QueuedMessage retry(Caller caller, @PathVariable @Positive long id) {
        if (!outbox.retry(caller.business(), id)) {
            throw new NotRetriable();
        }
        return new QueuedMessage(id, "queued");
    }

    private Talk find(Caller caller, long id) {
        return conversations.find(caller.business(), id).orElseThrow(ConversationsController::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("Такого диалога нет.", "There is no such conversation.");
    }
}
