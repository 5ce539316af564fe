package io.orbita.dialogues.questionnaire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an owner may make of the questionnaire: reword anything, leave out what is optional, add own choices, numbers and
 * texts. What the selection of a programme and the law need stays: those questions, their kinds, codes and bounds.
 */
public final class Rules {

    public static final int MOST_QUESTIONS = 30;
    public static final int LONGEST_TEXT = 700;
    /** A note or a remark; all notes of one answer together fit into one message. */
    public static final int LONGEST_NOTE = 200;

    public static final int LONGEST_LABEL = 40;
    public static final int MOST_OPTIONS = 12;
    public static final int LONGEST_ANSWER = 1000;
    private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000);
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,23}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,24}");

    /** Without these no programme can be chosen, or the law forbids to go on. */
    static final Set<String> REQUIRED = Set.of(
            "gender",
            "age",
            "experience",
            "goal",
            "weight",
            "days_per_week",
            "location",
            "equipment",
            "health",
            "limitations",
            "processing");

    /** Words that steer the dialogue; an option of this name could not be typed. */
    private static final Set<String> STEERING =
            Set.of("назад", "готово", "пропустить", "меню", "главное меню", "начать заново", "продолжить");

    private final Questionnaire measure;

    public Rules(Questionnaire measure) {
        this.measure = measure;
    }

    /** All that is wrong, in the order of the questions; empty when the definition may be published. */
    public List<Fault> check(Questionnaire candidate) {
        var faults = new ArrayList<Fault>();
        var questions = candidate.questions();
        if (questions.size() > MOST_QUESTIONS) {
            faults.add(new Fault("questions", "too-many", "Вопросов может быть не больше " + MOST_QUESTIONS + "."));
            return faults;
        }
        var earlier = new HashMap<String, Set<String>>();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            String path = "questions[" + i + "]";
            if (earlier.containsKey(question.key())) {
                faults.add(new Fault(path + ".key", "not-unique", "Ключ «" + question.key() + "» уже занят."));
            }
            wording(question, path, faults);
            options(question, path, earlier, faults);
            bounds(question, path, faults);
            condition(question.onlyIf(), path + ".only_if", earlier, faults);
            againstMeasure(question, path, faults);
            earlier.put(
                    question.key(),
                    new HashSet<>(question.choices().stream().map(Option::code).toList()));
        }
        needed(candidate, faults);
        return faults;
    }

    private void needed(Questionnaire candidate, List<Fault> faults) {
        for (var question : measure.questions()) {
            if (REQUIRED.contains(question.key())
                    && candidate.question(question.key()).isEmpty()) {
                faults.add(
                        new Fault("questions", "required-missing", "Вопрос «" + question.key() + "» убрать нельзя."));
            }
        }
        boolean consents = false;
        for (int i = 0; i < candidate.questions().size(); i++) {
            boolean consent = candidate.questions().get(i) instanceof Question.Consent;
            if (consents && !consent) {
                faults.add(new Fault("questions[" + i + "]", "after-consent", "Согласия стоят в конце анкеты."));
            }
            consents |= consent;
        }
    }

    private static void wording(Question question, String path, List<Fault> faults) {
        if (!KEY.matcher(question.key()).matches()) {
            faults.add(new Fault(
                    path + ".key", "malformed", "Ключ: до 24 латинских букв, цифр и «_», сначала строчная буква."));
        }
        plain(question.title(), path + ".title", LONGEST_LABEL, faults);
        plain(question.text(), path + ".text", LONGEST_TEXT, faults);
    }

    private static void options(Question question, String path, Map<String, Set<String>> earlier, List<Fault> faults) {
        if (!(question instanceof Question.Choice) && !(question instanceof Question.Ticks)) {
            return;
        }
        var options = question.choices();
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            faults.add(
                    new Fault(path + ".options", "wrong-number", "Вариантов может быть от 2 до " + MOST_OPTIONS + "."));
        }
        var codes = new HashSet<String>();
        var labels = new HashSet<String>();
        for (int j = 0; j < options.size(); j++) {
            var option = options.get(j);
            String at = path + ".options[" + j + "]";
            if (!CODE.matcher(option.code()).matches()) {
                faults.add(new Fault(at + ".code", "malformed", "Код: до 24 строчных латинских букв, цифр и «_»."));
            }
            if (!codes.add(option.code())) {
                faults.add(new Fault(at + ".code", "not-unique", "Код «" + option.code() + "» уже занят."));
            }
            plain(option.label(), at + ".label", LONGEST_LABEL, faults);
            String typed = option.label().strip().toLowerCase(Locale.ROOT);
            if (!labels.add(typed)) {
                faults.add(new Fault(at + ".label", "not-unique", "Два варианта с одной подписью не различить."));
            }
            if (STEERING.contains(typed)) {
                faults.add(new Fault(at + ".label", "reserved", "Это слово управляет диалогом, выберите другое."));
            }
            if (option.aliases().size() > 40 || option.aliases().stream().anyMatch(alias -> alias.length() > 60)) {
                faults.add(new Fault(at + ".aliases", "too-long", "Синонимов до 40, каждый до 60 знаков."));
            }
            if (option.note() != null) {
                plain(option.note(), at + ".note", LONGEST_NOTE, faults);
            }
            condition(option.onlyIf(), at + ".only_if", earlier, faults);
        }
    }

    private static void bounds(Question question, String path, List<Fault> faults) {
        switch (question) {
            case Question.Quantity quantity -> {
                if (quantity.min().abs().compareTo(GREATEST) > 0
                        || quantity.max().abs().compareTo(GREATEST) > 0
                        || quantity.min().compareTo(quantity.max()) >= 0) {
                    faults.add(new Fault(
                            path + ".number.max",
                            "out-of-range",
                            "Границы: от −1 000 000 до 1 000 000, нижняя меньше верхней."));
                }
                if (quantity.decimals() < 0 || quantity.decimals() > 2) {
                    faults.add(new Fault(path + ".number.decimals", "out-of-range", "Знаков после запятой от 0 до 2."));
                }
                if (quantity.suggested().size() > MOST_OPTIONS
                        || quantity.suggested().stream().anyMatch(v -> !quantity.inRange(BigDecimal.valueOf(v)))) {
                    faults.add(new Fault(
                            path + ".number.suggested", "out-of-range", "Кнопки: до 12 чисел внутри границ."));
                }
                if (quantity.remarks().size() > MOST_OPTIONS) {
                    faults.add(new Fault(path + ".number.remarks", "too-many", "Пояснений может быть не больше 12."));
                }
                for (int j = 0; j < quantity.remarks().size(); j++) {
                    plain(
                            quantity.remarks().get(j).text(),
                            path + ".number.remarks[" + j + "].text",
                            LONGEST_NOTE,
                            faults);
                }
            }
            case Question.FreeText text -> {
                if (text.maxLength() < 1 || text.maxLength() > LONGEST_ANSWER) {
                    faults.add(new Fault(
                            path + ".words.max_length",
                            "out-of-range",
                            "Длина ответа от 1 до " + LONGEST_ANSWER + " знаков."));
                }
            }
            case Question.Consent consent -> {
                if (consent.version() < 1) {
                    faults.add(new Fault(path + ".version", "out-of-range", "Версия согласия начинается с 1."));
                }
            }
            default -> {}
        }
    }

    private static void condition(
            @Nullable Condition condition, String path, Map<String, Set<String>> earlier, List<Fault> faults) {
        if (condition == null) {
            return;
        }
        var codes = earlier.get(condition.question());
        if (codes == null || codes.isEmpty()) {
            faults.add(new Fault(
                    path + ".question", "unknown", "Условие смотрит на один из предыдущих вопросов с вариантами."));
        } else if (condition.anyOf().isEmpty() || !codes.containsAll(condition.anyOf())) {
            faults.add(new Fault(path + ".any_of", "unknown", "В условии есть вариант, которого нет в том вопросе."));
        }
    }

    private void againstMeasure(Question question, String path, List<Fault> faults) {
        var built = measure.question(question.key());
        if (built.isPresent()) {
            if (!new BuiltInShape(built.get()).allows(question)) {
                faults.add(new Fault(
                        path,
                        "built-in",
                        "Этот вопрос можно переформулировать, но не менять его вид, коды и условия."));
            }
        } else if (question instanceof Question.Ticks || question instanceof Question.Consent) {
            faults.add(new Fault(path + ".type", "not-allowed", "Свой вопрос: выбор, число или текст."));
        } else if (question instanceof Question.FreeText text && (text.ticks() != null || text.requiredIf() != null)) {
            faults.add(new Fault(path, "not-allowed", "У своего текстового вопроса нет связей с другими."));
        }
    }

    private static void plain(String text, String field, int longest, List<Fault> faults) {
        BiConsumer<String, String> fault = (code, message) -> faults.add(new Fault(field, code, message));
        if (text.isBlank()) {
            fault.accept("required", "Здесь нужен текст.");
        } else if (text.length() > longest) {
            fault.accept("too-long", "Не больше " + longest + " знаков.");
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            fault.accept("malformed", "В тексте есть управляющие знаки.");
        }
    }
}
