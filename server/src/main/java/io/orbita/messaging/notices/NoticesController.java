package io.orbita.messaging.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.messaging.Messaging;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Forbidden;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices to staff, and the chats in which they arrive. */
@RestController
@RequestMapping("/api/notices")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "notices")
@Tag(name = "messaging")
class NoticesController {
    record NoticeTaken(long id, long takenBy) {}

    /** {@code command} is sent to the bot; {@code link} opens the bot with it, where there is a bot. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkCode(String command, @Nullable String link, Instant expiresAt) {}

    private final NoticeBoard board;
    private final StaffLinks links;
    private final Messaging messaging;

    NoticesController(NoticeBoard board, StaffLinks links, Messaging messaging) {
        this.board = board;
        this.links = links;
        this.messaging = messaging;
    }

    @GetMapping
    @Operation(summary = "Notices, the newest first")
    Page<NoticeBoard.NoticeShown> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return board.page(caller.business(), Cursor.read(cursor, 1), Page.limit(limit));
    }

    @PostMapping("/{id}/take")
    @Operation(summary = "Take what a notice asks for; whoever took it first keeps it")
    NoticeTaken take(Caller caller, @PathVariable @Positive long id) {
        return board.take(caller.business(), id, user(caller))
                .map(taken -> new NoticeTaken(id, taken.by()))
                .orElseThrow(() -> new NotFound("Такого уведомления нет.", "There is no such notice."));
    }

    @PostMapping("/link-code")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A one-time code that makes a chat with the bot mine")
    LinkCode linkCode(Caller caller) {
        StaffLinks.Code code = links.issue(caller.business(), user(caller));
        return new LinkCode(
                "/start " + code.payload(),
                messaging.botLink(caller.business(), code.payload()).orElse(null),
                code.expiresAt());
    }

    @DeleteMapping("/link")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "No chat gets my notices any more")
    void unlink(Caller caller) {
        links.unlink(caller.business(), user(caller));
    }

    /** A program has no chat and takes no notice. */
    private static long user(Caller caller) {
        Long user = caller.user();
        if (user == null) {
            throw new Forbidden();
        }
        return user;
    }
}
