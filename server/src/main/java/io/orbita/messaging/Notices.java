package io.orbita.messaging;

import io.orbita.clients.ClientId;
import io.orbita.messaging.notices.NoticeBoard;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notices to staff: a new lead, a payment, a failed delivery. Each linked staff user gets them in the bot; all of them stand in a list. */
@Component
public class Notices {
    /**
     * What the owner must know.
     *
     * @param kind {@code lead.new}, {@code payment.completed}, {@code delivery.failed}, {@code programs.reserve} …
     * @param dedupeKey one notice a key
     * @param text at most 4,000 characters
     * @param client whom it is about; adds the buttons «Взять», «Ответить», «Карточка»
     */
    public record Notice(
            String kind,
            String dedupeKey,
            String text,
            @Nullable ClientId client,
            List<List<Button>> buttons) {
        public static Notice of(String kind, String dedupeKey, String text, @Nullable ClientId client) {
            return new Notice(kind, dedupeKey, text, client, List.of());
        }
    }

    private final NoticeBoard board;

    Notices(NoticeBoard board) {
        this.board = board;
    }

    /** Tells the staff, in the caller's transaction; it leaves after the commit. */
    public void tell(BusinessId business, Notice notice) {
        board.put(business, notice);
    }
}
