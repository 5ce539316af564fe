package io.orbita.messaging.inbox;

import io.orbita.platform.web.Refusal;

/** A message for later has left, or was taken back. */
@Refusal.Code(
        value = "messaging.too-late",
        status = 409,
        meaning = "The scheduled message has left already, or was taken back; it cannot be changed any more.")
final class TooLate extends Refusal {
    private static final long serialVersionUID = 1;

    TooLate() {
        super(
                "Изменить уже нельзя: сообщение ушло или отменено.",
                "It cannot be changed any more: the message has left, or was taken back.");
    }
}
