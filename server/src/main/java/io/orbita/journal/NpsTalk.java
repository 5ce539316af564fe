package io.orbita.journal;

import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotReply;
import io.orbita.journal.NpsRows.Question;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The question at the end of a programme in the bot: {@code nps:<question>:<score>}, then a few words. */
@Component
class NpsTalk {
    private static final int LONGEST_COMMENT = 1500;
    private static final Set<String> NO_WORDS = Set.of("нет", "пропустить", "-", "ничего");

    private final Nps nps;

    NpsTalk(Nps nps) {
        this.nps = nps;
    }

    /** What is asked when the weeks are over. */
    static Content question(long id) {
        var rows = new ArrayList<List<Button>>();
        rows.add(
                IntStream.rangeClosed(0, 5).mapToObj(score -> button(id, score)).toList());
        rows.add(IntStream.rangeClosed(6, 10)
                .mapToObj(score -> button(id, score))
                .toList());
        return Content.of(
                "Программа пройдена, поздравляю! Насколько вероятно, что вы посоветуете её друзьям? "
                        + "0: ни за что, 10: обязательно.",
                rows);
    }

    private static Button button(long id, int score) {
        return Button.press(Integer.toString(score), JournalBot.data("nps:" + id + ":" + score));
    }

    BotReply onPress(BotCall call, List<String> parts) {
        Optional<Question> question = question(call, parts);
        if (question.isEmpty()) {
            return BotReply.of(Content.of("Этот вопрос уже закрыт."));
        }
        String what = parts.size() > 2 ? parts.get(2) : "";
        if (what.equals("skip")) {
            nps.offerNow(call.business(), question.get());
            return BotReply.of(Content.of("Спасибо за оценку!"));
        }
        if (!what.matches("[0-9]|10")) {
            return BotReply.of(question(question.get().id()));
        }
        int score = Integer.parseInt(what);
        nps.score(call.business(), question.get(), score);
        return BotReply.awaiting(
                "n:" + question.get().id(),
                Content.of(
                        followUp(score),
                        List.of(List.of(Button.press(
                                "Пропустить",
                                JournalBot.data("nps:" + question.get().id() + ":skip"))))));
    }

    private static String followUp(int score) {
        if (score >= NpsScore.LEAST_OF_PROMOTERS) {
            return "Спасибо, очень приятно! Что понравилось больше всего? Напишите пару слов.";
        }
        return score > NpsScore.MOST_OF_DETRACTORS
                ? "Спасибо! Чего не хватило до десятки? Напишите пару слов."
                : "Спасибо за честность. Что пошло не так? Напишите, тренер прочтёт и ответит.";
    }

    BotReply onText(BotCall call, List<String> parts, String text) {
        Optional<Question> question = question(call, parts);
        String words = text.strip();
        if (question.isEmpty() || words.isEmpty()) {
            return BotReply.nothing();
        }
        nps.offerNow(call.business(), question.get());
        if (NO_WORDS.contains(words.toLowerCase(Locale.ROOT))) {
            return BotReply.of(Content.of("Спасибо за оценку!"));
        }
        nps.comment(call.business(), question.get(), words.substring(0, Math.min(words.length(), LONGEST_COMMENT)));
        return BotReply.of(Content.of("Спасибо, передал тренеру."));
    }

    private Optional<Question> question(BotCall call, List<String> parts) {
        return parts.size() < 2 || !parts.get(1).matches("\\d{1,18}")
                ? Optional.empty()
                : nps.own(call.business(), call.client(), Long.parseLong(parts.get(1)));
    }
}
