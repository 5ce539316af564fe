package io.orbita.payments;

import io.orbita.catalog.Catalog;
import io.orbita.catalog.Tariff;
import io.orbita.dialogues.spi.BotCommand.MenuLine;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Plural;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is on sale, as the bot shows it: the longest programme first. */
@Component
@Transactional(readOnly = true)
class BotShelf {
    private static final int LONGEST_BUTTON = 64;
    private static final int MOST = 10;
    private static final BotReply NOTHING =
            BotReply.of(Content.of("Сейчас ничего не продаётся. Напишите сюда, и тренер ответит."));

    private final Catalog catalog;

    BotShelf(Catalog catalog) {
        this.catalog = catalog;
    }

    public boolean isEmpty(BusinessId business) {
        return tariffs(business).isEmpty();
    }

    /** Tariffs in words, with a button for each. */
    public BotReply prices(BusinessId business) {
        var tariffs = tariffs(business);
        if (tariffs.isEmpty()) {
            return NOTHING;
        }
        var text = new StringBuilder();
        for (var tariff : tariffs) {
            text.append(text.isEmpty() ? "" : "\n\n").append(words(tariff));
        }
        return BotReply.of(Content.of(text.toString(), buttons(tariffs, PayBot::buyData)));
    }

    /** A question with a button for each tariff. */
    public BotReply choice(BusinessId business, String question, LongFunction<String> data) {
        var tariffs = tariffs(business);
        return tariffs.isEmpty() ? NOTHING : BotReply.of(Content.of(question, buttons(tariffs, data)));
    }

    /** Lines for under the free programme. */
    public List<MenuLine> lines(BusinessId business) {
        var lines = new ArrayList<MenuLine>();
        for (var tariff : tariffs(business)) {
            lines.add(new MenuLine(20 + lines.size(), label("Купить: ", tariff), "buy:" + tariff.id()));
        }
        return lines;
    }

    private List<Tariff> tariffs(BusinessId business) {
        return catalog.onSale(business).stream()
                .sorted(Comparator.comparing((Tariff tariff) -> tariff.programmeWeeks() == 12 ? 0 : 1))
                .limit(MOST)
                .toList();
    }

    private static String words(Tariff tariff) {
        var text = new StringBuilder(
                "%s: %s".formatted(tariff.title(), tariff.price().inRussian()));
        if (tariff.months() > 0) {
            text.append(
                    " за %d %s".formatted(tariff.months(), Plural.of(tariff.months(), "месяц", "месяца", "месяцев")));
        }
        if (!tariff.description().isBlank()) {
            text.append("\n").append(tariff.description().strip());
        }
        tariff.contains().forEach(line -> text.append("\n• ").append(line));
        return text.toString();
    }

    private static List<List<Button>> buttons(List<Tariff> tariffs, LongFunction<String> data) {
        return tariffs.stream()
                .map(tariff -> List.of(Button.press(label("", tariff), data.apply(tariff.id()))))
                .toList();
    }

    /** The price always stays readable, the title gives way. */
    private static String label(String before, Tariff tariff) {
        var price = ", " + tariff.price().inRussian();
        var room = LONGEST_BUTTON - before.length() - price.length();
        var title = tariff.title();
        if (title.length() > room) {
            var cut = Character.isHighSurrogate(title.charAt(room - 2)) ? room - 2 : room - 1;
            title = title.substring(0, cut).stripTrailing() + "…";
        }
        return before + title + price;
    }
}
