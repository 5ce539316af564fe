package io.orbita.messaging.inbox;

import io.orbita.platform.web.Refusal;

/** Only what has failed can be sent again, and only to somebody who takes messages. */
@Refusal.Code(
        value = "messaging.not-retriable",
        status = 409,
        meaning = "The message has not failed, or the person takes no messages any more.")
final class NotRetriable extends Refusal {
    private static final long serialVersionUID = 1;

    NotRetriable() {
        super(
                "Отправить ещё раз нельзя: сообщение уже ушло или собеседник недоступен.",
                "It cannot be sent again: it has left already, or the person is unreachable.");
    }
}
