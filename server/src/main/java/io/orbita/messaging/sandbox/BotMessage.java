package io.orbita.messaging.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.messaging.channel.Keyboard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the sandbox's bot in the shape of the Bot API's {@code Message}.
 *
 * @param date Unix seconds
 * @param url where the document can be had: relative, unguessable, without login
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BotMessage(
        long messageId,
        long date,
        @Nullable Long editDate,
        BotChat chat,
        BotUser from,
        @Nullable String text,
        @Nullable String caption,
        @Nullable BotDocument document,
        @Nullable ReplyMarkup replyMarkup,
        @Nullable String url) {

    record BotChat(long id, String type) {}

    record BotUser(long id, boolean isBot, String firstName) {
        static final BotUser ITSELF = new BotUser(1, true, "Бот");
    }

    record BotDocument(String fileId, String fileUniqueId, String fileName, String mimeType, long fileSize) {}

    /** One of the three kinds of keyboards; the members of the others are absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReplyMarkup(
            @Nullable List<List<InlineButton>> inlineKeyboard,
            @Nullable List<List<ReplyButton>> keyboard,
            @Nullable Boolean resizeKeyboard,
            @Nullable Boolean oneTimeKeyboard,
            @Nullable Boolean removeKeyboard) {

        static ReplyMarkup of(Keyboard keyboard) {
            return switch (keyboard) {
                case Keyboard.Inline inline ->
                    new ReplyMarkup(
                            inline.rows().stream()
                                    .map(row ->
                                            row.stream().map(InlineButton::of).toList())
                                    .toList(),
                            null,
                            null,
                            null,
                            null);
                case Keyboard.AskPhone ask ->
                    new ReplyMarkup(null, List.of(List.of(new ReplyButton(ask.text(), true))), true, true, null);
                case Keyboard.Remove remove -> new ReplyMarkup(null, null, null, null, true);
            };
        }
    }

    /** Tells {@code callback_data} or opens {@code url}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InlineButton(
            String text,
            @Nullable String callbackData,
            @Nullable String url) {

        static InlineButton of(Keyboard.Button button) {
            return switch (button) {
                case Keyboard.Button.Press press -> new InlineButton(press.text(), press.data(), null);
                case Keyboard.Button.Link link -> new InlineButton(link.text(), null, link.url());
            };
        }
    }

    record ReplyButton(String text, boolean requestContact) {}
}
