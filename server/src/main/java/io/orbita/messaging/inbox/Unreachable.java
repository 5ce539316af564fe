package io.orbita.messaging.inbox;

import io.orbita.platform.web.Refusal;

/** The person blocked the bot, or is gone. */
@Refusal.Code(
        value = "messaging.unreachable",
        status = 409,
        meaning = "The conversation takes no messages any more: the person blocked the bot. Try another channel.")
final class Unreachable extends Refusal {
    private static final long serialVersionUID = 1;

    Unreachable() {
        super(
                "Этот собеседник больше не принимает сообщения. Попробуйте другой канал.",
                "This person takes no messages here any more. Try another channel.");
    }
}
