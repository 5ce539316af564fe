package io.orbita.messaging.telegram;

import io.orbita.platform.web.Refusal;

/** Telegram does not answer now. */
@Refusal.Code(
        value = "messaging.telegram-unavailable",
        status = 503,
        meaning = "Telegram does not answer now; nothing was changed. Try again in a minute.")
final class TelegramUnavailable extends Refusal {
    private static final long serialVersionUID = 1;

    TelegramUnavailable() {
        super(
                "Telegram сейчас не отвечает. Ничего не изменилось, попробуйте через минуту.",
                "Telegram does not answer now. Nothing was changed, try again in a minute.");
    }
}
