package io.orbita.messaging.telegram;

import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.KeyboardButton;
import com.pengrad.telegrambot.model.request.ReplyKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ReplyKeyboardRemove;
import io.orbita.messaging.channel.Keyboard;

/** Our buttons in Telegram's shapes. */
final class TelegramKeyboards {
    private TelegramKeyboards() {}

    static com.pengrad.telegrambot.model.request.Keyboard of(Keyboard keyboard) {
        return switch (keyboard) {
            case Keyboard.Inline inline -> inline(inline);
            case Keyboard.AskPhone ask ->
                new ReplyKeyboardMarkup(new KeyboardButton(ask.text()).requestContact(true))
                        .resizeKeyboard(true)
                        .oneTimeKeyboard(true);
            case Keyboard.Remove remove -> new ReplyKeyboardRemove();
        };
    }

    static InlineKeyboardMarkup inline(Keyboard.Inline keyboard) {
        var markup = new InlineKeyboardMarkup();
        for (var row : keyboard.rows()) {
            markup.addRow(row.stream().map(TelegramKeyboards::button).toArray(InlineKeyboardButton[]::new));
        }
        return markup;
    }

    private static InlineKeyboardButton button(Keyboard.Button button) {
        return switch (button) {
            case Keyboard.Button.Press press -> new InlineKeyboardButton(press.text()).callbackData(press.data());
            case Keyboard.Button.Link link -> new InlineKeyboardButton(link.text()).url(link.url());
        };
    }
}
