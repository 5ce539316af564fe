package io.orbita.dialogues.parsing;

import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several options out of a typed list: «гантели, турник». A question with an option «other» is about health and is read
 * strictly: what cannot be understood is kept as «other» with its text, and never lost.
 */
record TicksParser(Wording wording) {

    private static final List<Saying> EVERYTHING =
            List.of(Saying.of("все"), Saying.of("все есть"), Saying.of("все это"), Saying.of("полный комплект"));

    Parsed parse(Question.Ticks question, String raw) {
        var reading = read(question, raw, true);
        if (reading.isEmpty() && !reading.nothing) {
            var layout = read(question, Clean.otherLayout(raw), true);
            boolean understood = layout.unknown.isEmpty() && (layout.nothing || !layout.isEmpty());
            reading = understood ? layout : reading;
        }
        if (question.other() == null && !reading.unknown.isEmpty()) {
            return unknown(question, reading);
        }
        if (reading.isEmpty() && reading.unknown.isEmpty()) {
            return reading.nothing && question.none() != null
                    ? Parsed.Accepted.of(question.answer(List.of()))
                    : new Parsed.NotUnderstood(wording.say(Phrase.MISS_TICKS, "example", example(question)), List.of());
        }
        if (!reading.unknown.isEmpty() && question.other() != null) {
            reading.codes.add(question.other());
        }
        boolean bareList = reading.unknown.isEmpty() && reading.onlyLabels;
        boolean tells = question.details() != null && !bareList;
        return new Parsed.Accepted(question.answer(reading.codes), tells ? Clean.text(raw) : null, null);
    }

    /** The options that a free text speaks of as present; «колени в порядке» is no mention. */
    Set<String> mentioned(Question.Ticks question, String raw) {
        return read(question, raw, false).codes;
    }

    private Parsed unknown(Question.Ticks question, Reading reading) {
        if (reading.isEmpty()) {
            return new Parsed.NotUnderstood(wording.say(Phrase.MISS_TICKS, "example", example(question)), List.of());
        }
        String first = Shown.quoted(reading.unknown.getFirst(), 40);
        return new Parsed.NotUnderstood(
                wording.say(Phrase.MISS_TICKS_UNKNOWN, Map.of("unknown", first)), List.copyOf(reading.codes));
    }

    private static final class Reading {
        final Set<String> codes = new LinkedHashSet<>();
        final List<String> unknown = new ArrayList<>();
        boolean nothing;
        boolean onlyLabels = true;

        boolean isEmpty() {
            return codes.isEmpty();
        }
    }

    private static Reading read(Question.Ticks question, String raw, boolean slips) {
        var reading = new Reading();
        boolean strict = question.other() != null;
        var real = question.choices().stream()
                .filter(option ->
                        !option.code().equals(question.none()) && !option.code().equals(question.other()))
                .toList();
        var whole = Words.of(raw);
        if (!strict && EVERYTHING.stream().anyMatch(saying -> saying.isAllOf(whole, false))) {
            real.forEach(option -> reading.codes.add(option.code()));
            return reading;
        }
        var namings = Naming.of(real);
        if (named(question, question.none()).stream().anyMatch(none -> none.isAllOf(whole, slips))) {
            reading.nothing = true;
            return reading;
        }
        // A label of several words, «Сердце и давление», must not be torn apart at its «и».
        var exact = Naming.exactly(namings, whole);
        if (!exact.isEmpty()) {
            reading.codes.addAll(exact);
            return reading;
        }
        for (var clause : Clause.of(raw)) {
            read(question, clause, namings, strict, slips, reading);
        }
        return reading;
    }

    private static void read(
            Question.Ticks question,
            Clause clause,
            List<Naming> namings,
            boolean strict,
            boolean slips,
            Reading reading) {
        var mentions = new ArrayList<Naming.Mention>();
        var codes = new LinkedHashSet<String>();
        for (var naming : namings) {
            var found = naming.in(clause.words(), slips);
            if (!found.isEmpty()) {
                codes.add(naming.option().code());
                mentions.addAll(found);
            }
        }
        if (strict ? clause.saysAllIsWell(mentions) : clause.denies()) {
            reading.nothing = true;
        } else if (!codes.isEmpty()) {
            reading.codes.addAll(codes);
            reading.onlyLabels &= !Naming.exactly(namings, clause.words()).isEmpty();
        } else if (named(question, question.other()).stream().anyMatch(o -> o.isAllOf(clause.words(), slips))) {
            reading.codes.add(question.other() == null ? "" : question.other());
        } else if (named(question, question.none()).stream().anyMatch(n -> n.isAllOf(clause.words(), slips))) {
            reading.nothing = true;
        } else if (!clause.isEmptyTalk()) {
            reading.unknown.add(String.join(" ", clause.words().words()));
        }
    }

    private static List<Naming> named(Question.Ticks question, @Nullable String code) {
        return Naming.of(question.choices().stream()
                .filter(option -> option.code().equals(code))
                .toList());
    }

    private String example(Question.Ticks question) {
        return question.choices().stream()
                .filter(option ->
                        !option.code().equals(question.none()) && !option.code().equals(question.other()))
                .limit(2)
                .map(Option::label)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
