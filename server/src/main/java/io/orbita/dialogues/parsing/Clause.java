package io.orbita.dialogues.parsing;

import io.orbita.dialogues.parsing.Naming.Mention;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One part of a sentence, and whether it says «there is» or «there is not». Strict reading is for health: only what is
 * surely a denial counts as one, so that «хряща в колене нет» stays a knee that hurts.
 */
record Clause(Words words) {

    private static final Pattern BORDER =
            Pattern.compile("[,;.!?\\n/+&()]+|\\s(?:и|а|но|еще|плюс|зато|однако|and|или)\\s");

    private static final List<Saying> WELL = sayings(
            "здоров*",
            "норм*",
            "ок",
            "окей",
            "ok",
            "хорош*",
            "отлично",
            "отличн*",
            "порядке",
            "прекрасн*",
            "крепк*",
            "супер");
    private static final List<Saying> TROUBLE = sayings(
            "операц*",
            "травм*",
            "перелом*",
            "разрыв*",
            "болит",
            "болят",
            "боль",
            "боли",
            "ноет",
            "ноют",
            "хруст*",
            "инфаркт*",
            "инсульт*",
            "гиперто*",
            "гипертенз*",
            "аритм*",
            "грыж*",
            "протруз*",
            "сколиоз*",
            "артроз*",
            "мениск*",
            "беремен*",
            "диабет*",
            "астм*");
    private static final List<Saying> COMPLAINING = sayings(
            "бол*",
            "беспоко*",
            "жалу*",
            "беремен*",
            "был*",
            "име*",
            "страда*",
            "тревож*",
            "меша*",
            "замеч*",
            "наблюда*",
            "испытыва*",
            "ноет",
            "ноют",
            "хруст*",
            "выявл*",
            "обнаруж*");
    private static final List<Saying> DENYING =
            sayings("нет", "нету", "без", "ни", "никаких", "никакой", "ничего", "ничто", "отсутств*", "не");
    private static final List<Saying> LIMITING =
            sayings("только", "кроме", "если", "когда", "иногда", "часто", "почти", "пока");
    private static final List<Saying> COMPLAINTS = sayings(
            "проблем*",
            "жалоб*",
            "бол*",
            "травм*",
            "заболев*",
            "противопоказ*",
            "ограничен*",
            "диагноз*",
            "операц*",
            "нарушен*",
            "отклонен*",
            "хронич*",
            "осложнен*",
            "дискомфорт*",
            "страда*",
            "име*",
            "беспоко*",
            "жалу*",
            "меша*",
            "здоров*",
            "такого",
            "такое",
            "особен*",
            "особ*",
            "серьез*",
            "вообще",
            "совсем",
            "слава",
            "богу",
            "тьфу",
            "вроде",
            "пока",
            "все",
            "это",
            "у",
            "меня",
            "мне",
            "с",
            "со",
            "по",
            "на",
            "в",
            "во",
            "к",
            "из",
            "за",
            "спасибо",
            "каких",
            "либо",
            "никогда",
            "я",
            "да",
            "есть",
            "больше",
            "пожалуй",
            "мой",
            "мое",
            "моя",
            "мои",
            "части",
            "стороны");

    static List<Clause> of(String raw) {
        return Arrays.stream(BORDER.split(Clean.plain(raw.replace('\n', ';'))))
                .map(Words::ofPlain)
                .filter(words -> !words.isEmpty())
                .map(Clause::new)
                .toList();
    }

    /** «сердце здоровое», «спина не болит», «проблем с коленями нет». */
    boolean saysAllIsWell(List<Mention> mentions) {
        return well() || complainsNot() || deniesOnly(mentions);
    }

    /** Any denial at all; enough for a list of things that one owns. */
    boolean denies() {
        return has(DENYING);
    }

    /** Nothing but words that carry no meaning here. */
    boolean isEmptyTalk() {
        for (int i = 0; i < words.size(); i++) {
            if (!at(COMPLAINTS, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean well() {
        if (has(TROUBLE)) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (at(WELL, i)) {
                return !Naming.denied(words, i) && !has(LIMITING);
            }
        }
        return false;
    }

    private boolean complainsNot() {
        if (has(LIMITING)) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            if (words.at(i - 1).equals("не") && at(COMPLAINING, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean deniesOnly(List<Mention> mentions) {
        boolean denied = false;
        for (int i = 0; i < words.size(); i++) {
            int place = i;
            boolean mentioned = mentions.stream().anyMatch(m -> place >= m.from() && place < m.from() + m.size());
            if (at(DENYING, i)) {
                denied = true;
            } else if (!mentioned && !at(COMPLAINTS, i)) {
                return false;
            }
        }
        return denied;
    }

    private boolean has(List<Saying> sayings) {
        for (int i = 0; i < words.size(); i++) {
            if (at(sayings, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean at(List<Saying> sayings, int place) {
        var word = new Words(List.of(words.at(place)));
        return sayings.stream().anyMatch(saying -> saying.isAllOf(word, false));
    }

    private static List<Saying> sayings(String... texts) {
        return Arrays.stream(texts).map(Saying::of).toList();
    }
}
