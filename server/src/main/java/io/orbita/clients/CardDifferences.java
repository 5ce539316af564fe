package io.orbita.clients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What changed on a card, for people: «Имя: Анна → Анна Петрова». Phones and e-mails, which are kept sealed elsewhere, are masked. */
@Component
class CardDifferences {
    private static final String NOTHING = "—";
    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 4_000;

    private static final Map<String, String> TITLES = Stream.of(
                    "name=Имя",
                    "phones=Телефон",
                    "emails=Почта",
                    "telegram_username=Ник в Telegram",
                    "source=Источник",
                    "tags=Метки",
                    "assigned_to=Ответственный",
                    "next_contact_at=Следующий контакт",
                    "gender=Пол",
                    "birth_date=Дата рождения",
                    "age=Возраст",
                    "experience=Опыт",
                    "goal=Цель",
                    "height_cm=Рост, см",
                    "weight_kg=Вес, кг",
                    "lifestyle=Образ жизни",
                    "days_per_week=Дней в неделю",
                    "location=Место занятий",
                    "equipment=Оборудование",
                    "limitations=Ограничения",
                    "limitations_text=Ограничения словами",
                    "notes=Заметки",
                    "time_zone=Часовой пояс")
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    /** One field with its values as they are shown. */
    record Difference(String field, String before, String after) {}

    private final JsonMapper json;

    CardDifferences(JsonMapper json) {
        this.json = json;
    }

    List<Difference> between(ClientEdit before, ClientEdit after) {
        Map<String, JsonNode> old = flat(json.valueToTree(before));
        Map<String, JsonNode> fresh = flat(json.valueToTree(after));
        var fields = new LinkedHashMap<>(old);
        fields.putAll(fresh);
        List<Difference> differences = new ArrayList<>();
        for (String field : fields.keySet()) {
            if (!Objects.equals(old.get(field), fresh.get(field))) {
                differences.add(new Difference(field, shown(field, old.get(field)), shown(field, fresh.get(field))));
            }
        }
        return differences;
    }

    static String text(List<Difference> differences) {
        String text = differences.stream()
                .map(change -> title(change.field()) + ": " + change.before() + " → " + change.after())
                .collect(Collectors.joining("\n"));
        return Newcomer.cut(text, LONGEST_TEXT);
    }

    private static String title(String field) {
        return TITLES.getOrDefault(field, field.replaceFirst("^custom\\.", ""));
    }

    private static Map<String, JsonNode> flat(ObjectNode card) {
        var flat = new LinkedHashMap<String, JsonNode>();
        card.properties().forEach(property -> {
            if (property.getValue() instanceof ObjectNode inner) {
                inner.properties().forEach(one -> flat.put(property.getKey() + "." + one.getKey(), one.getValue()));
            } else if (!property.getValue().isEmpty() || property.getValue().isValueNode()) {
                flat.put(property.getKey(), property.getValue());
            }
        });
        return flat;
    }

    private static String shown(String field, @org.jspecify.annotations.Nullable JsonNode value) {
        if (value == null
                || value.isNull()
                || (value.isString() && value.asString().isBlank())) {
            return NOTHING;
        }
        String text = value.isArray()
                ? value.valueStream().map(one -> masked(field, one.asString())).collect(Collectors.joining(", "))
                : value.isBoolean() ? (value.asBoolean() ? "да" : "нет") : value.asString();
        return text.length() > LONGEST ? Newcomer.cut(text, LONGEST) + "…" : text;
    }

    private static String masked(String field, String value) {
        return switch (field) {
            case "phones" ->
                value.length() > 6 ? value.substring(0, 2) + "•••" + value.substring(value.length() - 4) : "•••";
            case "emails" -> value.charAt(0) + "•••" + value.substring(value.indexOf('@'));
            default -> value;
        };
    }
}
