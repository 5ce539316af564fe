package io.orbita.messaging.telegram;

import io.orbita.platform.web.Refusal;

/** Two businesses with one bot would take each other's updates. Which business has it is nobody's business but its own. */
@Refusal.Code(
        value = "messaging.bot-taken",
        status = 409,
        meaning =
                "Another business of this installation already has this bot. Disconnect it there, or make another bot.")
final class BotTaken extends Refusal {
    private static final long serialVersionUID = 1;

    BotTaken() {
        super(
                "Этот бот уже работает в другом бизнесе. Отключите его там или создайте нового в BotFather.",
                "This bot already works in another business. Disconnect it there, or make a new one with BotFather.",
                new Field("values.token", "taken", "Этот бот уже подключён к другому бизнесу"));
    }
}
