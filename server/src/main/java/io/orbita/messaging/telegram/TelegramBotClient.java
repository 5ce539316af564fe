package io.orbita.messaging.telegram;

import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.EditMessageReplyMarkup;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMessage;
import io.orbita.messaging.channel.Dispatch;
import io.orbita.messaging.channel.HtmlText;
import io.orbita.messaging.channel.LongText;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.Outcome.Sent;
import io.orbita.messaging.channel.Outcome.TryLater;
import io.orbita.messaging.channel.Outcome.Wrong;
import io.orbita.messaging.channel.TextFormat;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Sends through one bot. Every call is one attempt; it waits for nothing and repeats only what was certainly refused. */
public final class TelegramBotClient {
    private static final int CAPTION_LIMIT = 1024;
    private static final int NOTE_LIMIT = 200;

    private final TelegramLine line;
    private final BotToken token;

    public TelegramBotClient(TelegramLine line, BotToken token) {
        this.line = line;
        this.token = token;
    }

    /** Hands one thing to a chat: a number, or {@code @name} of a channel. */
    public Outcome deliver(String chat, Dispatch dispatch) {
        try {
            return switch (dispatch) {
                case Dispatch.Text text -> send(chat, text);
                case Dispatch.Document document -> send(chat, document);
                case Dispatch.Ticks ticks ->
                    outcome(new EditMessageReplyMarkup(address(chat), number(ticks.messageId()))
                            .replyMarkup(TelegramKeyboards.inline(ticks.keyboard())));
                case Dispatch.Rewrite rewrite -> rewrite(chat, rewrite);
                case Dispatch.Acknowledge press -> acknowledge(press);
            };
        } catch (NumberFormatException notTheirs) {
            return new Wrong(Fault.OTHER, "neither a chat nor a message of Telegram");
        }
    }

    private Outcome send(String chat, Dispatch.Text message) {
        if (message.text().isBlank()) {
            return new Wrong(Fault.OTHER, "an empty text");
        }
        if (visibleLength(message.text(), message.format()) > LongText.LIMIT) {
            return new Wrong(Fault.TOO_LONG, "split it beforehand");
        }
        var outcome = outcome(request(chat, message));
        return unparsed(outcome, message.format())
                ? outcome(request(
                        chat, new Dispatch.Text(HtmlText.plain(message.text()), TextFormat.PLAIN, message.keyboard())))
                : outcome;
    }

    private static SendMessage request(String chat, Dispatch.Text message) {
        var request = new SendMessage(address(chat), message.text())
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        if (message.format() == TextFormat.HTML) {
            request.parseMode(ParseMode.HTML);
        }
        if (message.keyboard() != null) {
            request.replyMarkup(TelegramKeyboards.of(message.keyboard()));
        }
        return request;
    }

    private Outcome send(String chat, Dispatch.Document document) {
        if (document.caption() != null && document.caption().length() > CAPTION_LIMIT) {
            return new Wrong(Fault.TOO_LONG, "the caption is over 1024 characters");
        }
        if (document.knownAs() != null) {
            var outcome = outcome(complete(new SendDocument(address(chat), document.knownAs()), document));
            if (!(outcome instanceof Wrong wrong) || wrong.fault() != Fault.FILE) {
                return outcome;
            }
        }
        return outcome(complete(
                new SendDocument(address(chat), document.bytes())
                        .fileName(document.name())
                        .contentType(document.mediaType()),
                document));
    }

    private static SendDocument complete(SendDocument request, Dispatch.Document document) {
        if (document.caption() != null) {
            request.caption(document.caption());
        }
        if (document.keyboard() != null) {
            request.replyMarkup(TelegramKeyboards.of(document.keyboard()));
        }
        return request;
    }

    private Outcome rewrite(String chat, Dispatch.Rewrite rewrite) {
        var outcome = outcome(request(chat, rewrite));
        return unparsed(outcome, rewrite.format())
                ? outcome(request(
                        chat,
                        new Dispatch.Rewrite(
                                rewrite.messageId(),
                                HtmlText.plain(rewrite.text()),
                                TextFormat.PLAIN,
                                rewrite.keyboard())))
                : outcome;
    }

    private static EditMessageText request(String chat, Dispatch.Rewrite rewrite) {
        var request = new EditMessageText(address(chat), number(rewrite.messageId()), rewrite.text())
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        if (rewrite.format() == TextFormat.HTML) {
            request.parseMode(ParseMode.HTML);
        }
        if (rewrite.keyboard() != null) {
            request.replyMarkup(TelegramKeyboards.inline(rewrite.keyboard()));
        }
        return request;
    }

    private Outcome acknowledge(Dispatch.Acknowledge press) {
        var request = new AnswerCallbackQuery(press.callbackId());
        if (press.note() != null) {
            request.text(
                    press.note().length() <= NOTE_LIMIT
                            ? press.note()
                            : press.note().substring(0, NOTE_LIMIT));
        }
        return outcome(request);
    }

    private Outcome outcome(BaseRequest<?, ?> request) {
        return switch (TelegramAnswer.of(line.call(token, request, Duration.ZERO))) {
            case TelegramAnswer.Ok ok -> sent(ok.value());
            case TelegramAnswer.Refused refused -> refused.outcome();
            case TelegramAnswer.Conflict conflict -> new TryLater("conflict");
        };
    }

    private static Sent sent(JsonNode message) {
        var id = message.path("message_id");
        var file = message.path("document").path("file_id");
        return new Sent(
                id.canConvertToLong() ? Long.toString(id.longValue()) : null,
                file.isString() ? file.stringValue() : null);
    }

    private static boolean unparsed(Outcome outcome, TextFormat format) {
        return format == TextFormat.HTML && outcome instanceof Wrong wrong && wrong.fault() == Fault.MARKUP;
    }

    private static int visibleLength(String text, TextFormat format) {
        return format == TextFormat.PLAIN || text.length() <= LongText.LIMIT
                ? text.length()
                : HtmlText.plain(text).length();
    }

    /** The library's parameter is an object: a number for a chat, a string for the name of a channel. */
    private static Object address(String chat) {
        return chat.startsWith("@") ? (Object) chat : (Object) Long.valueOf(chat);
    }

    private static int number(String messageId) {
        return Integer.parseInt(messageId);
    }
}
