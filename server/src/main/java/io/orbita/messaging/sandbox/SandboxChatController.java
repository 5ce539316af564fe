package io.orbita.messaging.sandbox;

import io.orbita.businesses.Business;
import io.orbita.businesses.Open;
import io.orbita.businesses.SandboxGate;
import io.orbita.messaging.telegram.BotMenu;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Page;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the chat page of the sandbox shows beside the messages of the Bot API. */
@RestController
@RequestMapping("/api/sandbox/bot/{business}")
@Open
@Tag(name = "sandbox")
class SandboxChatController {
    record MenuCommand(String command, String description) {}

    /** @param shared whether guests on this machine see each other's chats */
    record SandboxBotCard(String slug, String name, List<MenuCommand> commands, boolean shared) {}

    private final Playground playground;
    private final SandboxGate gate;
    private final SandboxThread thread;
    private final RateLimits limits;

    SandboxChatController(Playground playground, SandboxGate gate, SandboxThread thread, RateLimits limits) {
        this.playground = playground;
        this.gate = gate;
        this.thread = thread;
        this.limits = limits;
    }

    @GetMapping
    @Operation(summary = "The sandbox's bot: whose it is, and the commands of its menu")
    SandboxBotCard bot(@PathVariable String business, HttpServletRequest request) {
        Business owner = enter(business, request);
        return new SandboxBotCard(
                owner.slug(),
                owner.name(),
                BotMenu.COMMANDS.stream()
                        .map(it -> new MenuCommand(it.getKey(), it.getValue()))
                        .toList(),
                gate.isPrivate());
    }

    @GetMapping("/thread")
    @Operation(summary = "Both sides of a chat, the newest lines, the oldest of them first")
    Page<SandboxThread.ThreadLine> thread(
            @PathVariable String business,
            @RequestParam("chat_id") @Min(1) @Max(1L << 52) long chat,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Business owner = enter(business, request);
        return Page.whole(Tenancy.in(owner.id(), () -> thread.newest(owner.id(), chat, Page.limit(limit))));
    }

    @GetMapping("/happened")
    @Operation(
            summary =
                    "What happened with the guest of a chat, the newest first: moves, payments, programmes; no words of staff")
    Page<SandboxThread.Happening> happened(
            @PathVariable String business,
            @RequestParam("chat_id") @Min(1) @Max(1L << 52) long chat,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Business owner = enter(business, request);
        return Page.whole(Tenancy.in(owner.id(), () -> thread.happened(owner.id(), chat, Page.limit(limit))));
    }

    @GetMapping("/guests")
    @Operation(summary = "Who talked with the bot, the latest first; empty where strangers may play")
    Page<SandboxThread.SandboxGuest> guests(@PathVariable String business, HttpServletRequest request) {
        Business owner = enter(business, request);
        return Page.whole(gate.isPrivate() ? Tenancy.in(owner.id(), () -> thread.guests(owner.id())) : List.of());
    }

    private Business enter(String business, HttpServletRequest request) {
        limits.take("sandbox", request.getRemoteAddr(), 12_000, Duration.ofMinutes(1));
        return playground.enter(business, request);
    }
}
