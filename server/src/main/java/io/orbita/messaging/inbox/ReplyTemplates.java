package io.orbita.messaging.inbox;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reply templates of a business, in the order of the owner, and what they say to somebody. */
@Component
@Transactional
class ReplyTemplates {
    static final int MOST = 200;
    static final List<String> VARIABLES = List.of("name", "first_name", "business", "staff");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}\\n]{1,40})}");
    private static final Pattern WITH_COMMA = Pattern.compile("(?:,? )?\\{([a-z_]{1,40})}");
    private static final String COLUMNS = "id, title, text, shortcut, position, created_at, changed_at";

    /** What staff writes of one; a missing position means the last, or as it was. */
    record Draft(
            String title,
            String text,
            @Nullable String shortcut,
            @Nullable Integer position) {}

    @Refusal.Code(
            value = "messaging.templates-full",
            status = 409,
            meaning = "There are as many reply templates as a business can have; delete one first.")
    static final class Full extends Refusal {
        private static final long serialVersionUID = 1;

        Full() {
            super("Шаблонов уже " + MOST + ". Сначала удалите лишний.", "There are too many templates already.");
        }
    }

    @Refusal.Code(
            value = "messaging.shortcut-taken",
            status = 409,
            meaning = "Another reply template has this shortcut.")
    static final class ShortcutTaken extends Refusal {
        private static final long serialVersionUID = 1;

        ShortcutTaken() {
            super(
                    "Такое сокращение уже есть у другого шаблона.",
                    "Another template has this shortcut.",
                    new Field("shortcut", "taken", "Уже есть у другого шаблона"));
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ReplyTemplates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ReplyTemplate> all(BusinessId business) {
        return jdbc.sql("select " + COLUMNS + """
                         from messaging.reply_template where business_id = :business order by position, id
                        """)
                .param("business", business.value())
                .query(ReplyTemplate.class)
                .list();
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public ReplyTemplate get(BusinessId business, long id) {
        return jdbc.sql("select " + COLUMNS
                        + " from messaging.reply_template where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(ReplyTemplate.class)
                .optional()
                .orElseThrow(ReplyTemplates::unknown);
    }

    /**
     * Adds one.
     *
     * @throws Full when there are 200 already
     * @throws ShortcutTaken when another has the shortcut
     */
    public ReplyTemplate add(BusinessId business, Draft draft) {
        check(draft.text());
        List<ReplyTemplate> there = all(business);
        if (there.size() >= MOST) {
            throw new Full();
        }
        int last = there.isEmpty() ? 0 : there.getLast().position() + 1;
        return jdbc.sql("""
                        insert into messaging.reply_template (business_id, title, text, shortcut, position, created_at, changed_at)
                        values (:business, :title, :text, :shortcut, :position, :now, :now)
                        on conflict (business_id, shortcut) do nothing returning id
                        """)
                .param("business", business.value())
                .param("title", draft.title().strip())
                .param("text", draft.text())
                .param("shortcut", shortcut(draft))
                .param("position", draft.position() == null ? Math.min(last, 1_000_000) : draft.position())
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .optional()
                .map(id -> get(business, id))
                .orElseThrow(ShortcutTaken::new);
    }

    /**
     * Replaces one.
     *
     * @throws ShortcutTaken when another has the shortcut
     */
    public ReplyTemplate change(BusinessId business, long id, Draft draft) {
        check(draft.text());
        ReplyTemplate before = get(business, id);
        String shortcut = shortcut(draft);
        if (all(business).stream()
                .anyMatch(other -> other.id() != id && shortcut != null && shortcut.equals(other.shortcut()))) {
            throw new ShortcutTaken();
        }
        jdbc.sql("""
                        update messaging.reply_template
                           set title = :title, text = :text, shortcut = :shortcut, position = :position, changed_at = :now
                         where business_id = :business and id = :id
                        """)
                .param("title", draft.title().strip())
                .param("text", draft.text())
                .param("shortcut", shortcut)
                .param("position", draft.position() == null ? before.position() : draft.position())
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("id", id)
                .update();
        return get(business, id);
    }

    public void remove(BusinessId business, long id) {
        int gone = jdbc.sql("delete from messaging.reply_template where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .update();
        if (gone == 0) {
            throw unknown();
        }
    }

    /**
     * A text with what stands for its variables. Where nothing is known, the variable goes with the comma and the space before it: «Здравствуйте, {name}!»
     * becomes «Здравствуйте!».
     */
    static String rendered(String text, Map<String, String> values) {
        return WITH_COMMA
                .matcher(text)
                .replaceAll(found -> {
                    String value = values.get(found.group(1));
                    if (value == null) {
                        return Matcher.quoteReplacement(found.group());
                    }
                    String before = found.group().substring(0, found.group().indexOf('{'));
                    return value.isBlank() ? "" : Matcher.quoteReplacement(before + value.strip());
                })
                .strip();
    }

    /** What is in braces and no variable would be sent to clients as it stands. */
    private static void check(String text) {
        VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !VARIABLES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid("text", "variable", "В фигурных скобках: name, first_name, business или staff");
                });
    }

    private static @Nullable String shortcut(Draft draft) {
        String shortcut = draft.shortcut();
        return shortcut == null ? null : shortcut.toLowerCase(Locale.ROOT);
    }

    private static NotFound unknown() {
        return new NotFound("Такого шаблона нет.", "There is no such template.");
    }
}
