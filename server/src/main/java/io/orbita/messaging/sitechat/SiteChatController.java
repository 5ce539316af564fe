package io.orbita.messaging.sitechat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.businesses.WebOrigins;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Visitors;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.orbita.platform.web.RateLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The chat on the site. A visitor is known by the token of their visit, which the page keeps. */
@RestController
@RequestMapping("/api/chat")
@Open
@Tag(name = "messaging")
class SiteChatController {
    /**
     * Words, or the press of a button.
     *
     * @param message the line under which the pressed button stands, so that its ticks can change in place
     */
    record VisitorMessage(
            @NotBlank @Size(max = 100) String business,
            @NotBlank @Size(max = 200) String visitor,
            @Nullable @Size(max = 2000) String text,
            @Nullable @Size(max = 64) String press,
            @Nullable @Positive Long message) {}

    /** {@code reply} is the words of all {@code messages}; {@code handed_over} says that a person will answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChatReply(
            String reply, boolean handedOver, @Nullable String botUrl, List<SiteChat.ChatLine> messages) {}

    private final SiteChat chat;
    private final Businesses businesses;
    private final Messaging messaging;
    private final Visitors visitors;
    private final RateLimits limits;
    private final WebOrigins origins;

    SiteChatController(
            SiteChat chat,
            Businesses businesses,
            Messaging messaging,
            Visitors visitors,
            RateLimits limits,
            WebOrigins origins) {
        this.chat = chat;
        this.businesses = businesses;
        this.messaging = messaging;
        this.visitors = visitors;
        this.limits = limits;
        this.origins = origins;
    }

    @PostMapping("/message")
    @Operation(summary = "A visitor writes in the chat, or presses a button there")
    ChatReply write(
            HttpServletRequest http,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody VisitorMessage message) {
        limits.take("chat", http.getRemoteAddr(), 60, Duration.ofMinutes(1));
        boolean pressed = message.press() != null && !message.press().isBlank();
        if (!pressed && (message.text() == null || message.text().isBlank())) {
            throw new Invalid("text", "required", "Напишите сообщение");
        }
        String checked = key == null ? null : Idempotency.stored("chat", "visitor", key);
        Business business = businesses.named(message.business());
        origins.admit(business.id(), http);
        return Tenancy.in(business.id(), () -> {
            String visitor = visitor(business.id(), message.visitor());
            limits.take("chat-visitor", visitor, 30, Duration.ofMinutes(1));
            var answers = chat.write(
                    business.id(),
                    visitor,
                    SiteChat.what(message.text(), pressed ? message.press() : null, message.message()),
                    checked);
            return new ChatReply(
                    answers.stream()
                            .map(SiteChat.ChatLine::text)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("\n\n")),
                    answers.isEmpty(),
                    messaging.botLink(business.id(), "site").orElse(null),
                    answers);
        });
    }

    @GetMapping("/history")
    @Operation(summary = "The chat of a visitor, the oldest line first")
    Page<SiteChat.ChatLine> history(
            HttpServletRequest http,
            @RequestParam @Size(max = 100) String business,
            @RequestParam @Size(max = 200) String visitor,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit) {
        limits.take("chat-history", http.getRemoteAddr(), 120, Duration.ofMinutes(1));
        Business owner = businesses.named(business);
        origins.admit(owner.id(), http);
        return Page.whole(Tenancy.in(
                owner.id(),
                () -> chat.history(
                        owner.id(), visitor(owner.id(), visitor), after == null ? 0 : after, Page.limit(limit))));
    }

    /** The visitor that a token names, when it is ours for this business. */
    private String visitor(BusinessId business, String token) {
        return visitors.read(business, token)
                .orElseThrow(() -> new Invalid("visitor", "unknown", "Возьмите visitor из ответа /api/website/visit"));
    }
}
