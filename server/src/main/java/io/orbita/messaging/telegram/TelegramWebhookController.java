package io.orbita.messaging.telegram;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.BadRequest;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where Telegram pushes updates. */
@RestController
@Open
@Tag(name = "messaging")
class TelegramWebhookController {
    private final Businesses businesses;
    private final TelegramBots bots;
    private final TelegramReception reception;
    private final TelegramIntake intake;

    TelegramWebhookController(
            Businesses businesses, TelegramBots bots, TelegramReception reception, TelegramIntake intake) {
        this.businesses = businesses;
        this.bots = bots;
        this.reception = reception;
        this.intake = intake;
    }

    @PostMapping("/api/telegram/webhook/{business}")
    @Operation(summary = "An update pushed by Telegram, proven by its secret header")
    void update(
            @PathVariable String business,
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String secret,
            @RequestBody JsonNode update) {
        Business owner = businesses.named(business);
        Tenancy.run(owner.id(), () -> {
            TelegramBots.Bot bot = bots.bot(owner.id())
                    .filter(it -> secret != null && reception.genuine(owner.id(), it.botId(), secret))
                    .orElseThrow(() -> new NotFound("Такого адреса нет.", "There is no such address."));
            if (!intake.take(owner.id(), bot, update.toString())) {
                throw new BadRequest(new Refusal.Field("update_id", "required", "Update с номером"));
            }
        });
    }
}
