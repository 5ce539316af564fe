package io.orbita.messaging.channel;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The buttons that go with a message. A channel without buttons shows the texts and links as lines. */
public sealed interface Keyboard {

    /** Buttons under the message itself, row by row. */
    record Inline(List<List<Button>> rows) implements Keyboard {
        public Inline {
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.isEmpty() || rows.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("a keyboard has rows, and a row has buttons");
            }
        }

        /** One button a row. */
        public static Inline column(Button... buttons) {
            return new Inline(List.of(buttons).stream().map(List::of).toList());
        }
    }

    /** Asks for the person's own phone number by one button in place of the typing keyboard. */
    record AskPhone(String text) implements Keyboard {
        public AskPhone {
            requireText(text);
        }
    }

    /** Takes the keyboard of {@link AskPhone} away. */
    record Remove() implements Keyboard {}

    /** One button of an inline keyboard. */
    sealed interface Button {
        String text();

        /** A press comes back to us; {@code data} is 1 to 64 bytes of UTF-8. */
        record Press(String text, String data) implements Button {
            public Press {
                requireText(text);
                var bytes = data.getBytes(StandardCharsets.UTF_8).length;
                if (bytes < 1 || bytes > 64) {
                    throw new IllegalArgumentException("the data of a button is 1 to 64 bytes, not " + bytes);
                }
            }
        }

        /** Opens an address. */
        record Link(String text, String url) implements Button {
            public Link {
                requireText(text);
                if (!url.startsWith("https://") && !url.startsWith("http://")) {
                    throw new IllegalArgumentException("a link button opens an http address");
                }
            }
        }

        static Press press(String text, String data) {
            return new Press(text, data);
        }

        static Link link(String text, String url) {
            return new Link(text, url);
        }
    }

    private static void requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a button has a text");
        }
    }
}
