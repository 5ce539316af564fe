package io.orbita.messaging.sandbox;

import io.orbita.businesses.Business;
import io.orbita.businesses.Open;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Page;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The sandbox without its pages: Telegram's updates in, the bot's messages and the sent letters out. */
@RestController
@RequestMapping("/api/sandbox")
@Open
@Tag(name = "sandbox")
class SandboxController {
    /** What became of an update; {@code false} when it had come before. */
    record UpdateTaken(boolean accepted) {}

    private final Playground playground;
    private final SandboxIntake intake;
    private final SandboxChats chats;
    private final SandboxMailbox mailbox;
    private final RateLimits limits;

    SandboxController(
            Playground playground,
            SandboxIntake intake,
            SandboxChats chats,
            SandboxMailbox mailbox,
            RateLimits limits) {
        this.playground = playground;
        this.intake = intake;
        this.chats = chats;
        this.mailbox = mailbox;
        this.limits = limits;
    }

    @PostMapping("/bot/{business}/updates")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "One Telegram Update to the sandbox's bot; a repeated update_id changes nothing")
    UpdateTaken update(@PathVariable String business, @RequestBody JsonNode update, HttpServletRequest request) {
        Business owner = enter(business, request);
        return new UpdateTaken(Tenancy.in(owner.id(), () -> intake.take(owner.id(), update)));
    }

    @GetMapping("/bot/{business}/messages")
    @Operation(summary = "What the sandbox's bot sent to a chat, as Message objects of the Bot API, the oldest first")
    Page<BotMessage> messages(
            @PathVariable String business,
            @RequestParam("chat_id") @Min(1) @Max(1L << 52) long chat,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Business owner = enter(business, request);
        return Page.whole(Tenancy.in(
                owner.id(),
                () -> chats.after(owner.id(), Long.toString(chat), after == null ? 0 : after, Page.limit(limit))));
    }

    @GetMapping("/mail/{business}")
    @Operation(summary = "Letters that the sandbox sent, the newest first")
    Page<SandboxMailbox.SandboxLetter> mail(
            @PathVariable String business,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Business owner = enter(business, request);
        return Page.whole(Tenancy.in(owner.id(), () -> mailbox.newest(owner.id(), Page.limit(limit))));
    }

    private Business enter(String business, HttpServletRequest request) {
        limits.take("sandbox", request.getRemoteAddr(), 12_000, Duration.ofMinutes(1));
        return playground.enter(business, request);
    }
}
