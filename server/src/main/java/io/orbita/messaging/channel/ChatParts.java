package io.orbita.messaging.channel;

import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a content becomes messages of a chat: long texts are cut, buttons stand under the last part, a long caption goes ahead of its file. */
public final class ChatParts {
    /** Telegram, and whatever speaks its language. */
    public static final Carrier.Capabilities MESSENGER =
            new Carrier.Capabilities(LongText.LIMIT, 1024, true, true, true, true);

    private static final String ASK_PHONE = "Отправить номер";

    /** One message; {@code file} says that the document of the content goes with it. */
    public record Part(String text, boolean file, @Nullable Keyboard keyboard) {}

    private ChatParts() {}

    /** At least one part. */
    public static List<Part> of(Content content) {
        return of(content, MESSENGER);
    }

    /** As the channel can take it; at least one part. */
    public static List<Part> of(Content content, Carrier.Capabilities can) {
        var keyboard = content.askContact() && !can.contact() ? null : keyboard(content);
        if (content.document() != null && content.text().length() <= can.captionLimit()) {
            return List.of(new Part(content.text(), true, keyboard));
        }
        var parts = new ArrayList<Part>();
        for (var piece : LongText.parts(content.text(), TextFormat.PLAIN, can.textLimit())) {
            parts.add(new Part(piece.text(), false, null));
        }
        if (content.document() != null) {
            parts.add(new Part("", true, keyboard));
        } else {
            parts.set(parts.size() - 1, new Part(parts.getLast().text(), false, keyboard));
        }
        return List.copyOf(parts);
    }

    /** The same part for a provider that refuses its links as buttons: they stand in the text. */
    public static Part withLinksInText(Part part) {
        if (!(part.keyboard() instanceof Keyboard.Inline inline)) {
            return new Part(part.text(), part.file(), null);
        }
        var text = new StringBuilder(part.text());
        var rows = new ArrayList<List<Keyboard.Button>>();
        for (var row : inline.rows()) {
            var presses = new ArrayList<Keyboard.Button>();
            for (var button : row) {
                if (button instanceof Keyboard.Button.Link link) {
                    text.append(text.isEmpty() ? "" : "\n")
                            .append(link.text())
                            .append(": ")
                            .append(link.url());
                } else {
                    presses.add(button);
                }
            }
            if (!presses.isEmpty()) {
                rows.add(presses);
            }
        }
        return new Part(text.toString(), part.file(), rows.isEmpty() ? null : new Keyboard.Inline(rows));
    }

    private static @Nullable Keyboard keyboard(Content content) {
        if (content.askContact()) {
            return new Keyboard.AskPhone(ASK_PHONE);
        }
        var rows = content.buttons().stream()
                .filter(row -> !row.isEmpty())
                .map(row -> row.stream().map(ChatParts::button).toList())
                .toList();
        return rows.isEmpty() ? null : new Keyboard.Inline(rows);
    }

    private static Keyboard.Button button(Button button) {
        var text = button.text().length() <= 64 ? button.text() : button.text().substring(0, 63) + "…";
        if (button.url() != null) {
            return new Keyboard.Button.Link(text, button.url());
        }
        if (button.data() == null) {
            throw new IllegalArgumentException("a button tells something or opens something");
        }
        return new Keyboard.Button.Press(text, button.data());
    }
}
