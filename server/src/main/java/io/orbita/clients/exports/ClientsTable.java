package io.orbita.clients.exports;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.Staff;
import io.orbita.businesses.StaffMember;
import io.orbita.clients.AskedFilter;
import io.orbita.clients.ClientList;
import io.orbita.clients.ClientSummary;
import io.orbita.clients.Profile;
import io.orbita.clients.fields.CustomField;
import io.orbita.clients.fields.CustomFields;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The list of clients as a table that our own import takes back. */
@Component
public class ClientsTable implements TableSource {
    static final String KIND = "clients";
    static final String OWN = "custom.";

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    /** One client of the list, with the profile only where a column needs it. */
    private record Row(ClientSummary client, @Nullable Profile profile, ZoneId zone, Map<Long, String> staff) {
        @Nullable String at(@Nullable Instant moment) {
            return moment == null ? null : MINUTES.format(moment.atZone(zone));
        }
    }

    private record Column(String title, Function<Row, @Nullable Object> value) {}

    private static final Map<String, Column> COLUMNS = columns();

    private final ClientList list;
    private final CustomFields fields;
    private final Staff staff;
    private final Businesses businesses;
    private final JsonMapper json;

    ClientsTable(ClientList list, CustomFields fields, Staff staff, Businesses businesses, JsonMapper json) {
        this.list = list;
        this.fields = fields;
        this.staff = staff;
        this.businesses = businesses;
        this.json = json;
    }

    private static Map<String, Column> columns() {
        var columns = new LinkedHashMap<String, Column>();
        columns.put("id", new Column("Номер", row -> row.client().id()));
        columns.put("name", new Column("Имя", row -> row.client().name()));
        columns.put(
                "phones",
                new Column("Телефон", row -> String.join(", ", row.client().phones())));
        columns.put(
                "emails",
                new Column("Почта", row -> String.join(", ", row.client().emails())));
        columns.put(
                "telegram_username",
                new Column("Ник в Telegram", row -> row.client().telegramUsername()));
        columns.put("stage", new Column("Этап воронки", row -> {
            var stage = row.client().stage();
            return stage == null ? null : stage.name();
        }));
        columns.put("source", new Column("Источник", row -> row.client().source()));
        columns.put(
                "tags",
                new Column("Метки", row -> String.join(", ", row.client().tags())));
        columns.put("assigned_to", new Column("Ответственный", row -> {
            Long user = row.client().assignedTo();
            return user == null ? null : row.staff().get(user);
        }));
        columns.put(
                "paid_total",
                new Column(
                        "Оплачено",
                        row -> BigDecimal.valueOf(row.client().paidTotal().minor(), 2)));
        columns.put(
                "last_contact_at",
                new Column("Последний контакт", row -> row.at(row.client().lastContactAt())));
        columns.put(
                "next_contact_at",
                new Column("Следующий контакт", row -> row.at(row.client().nextContactAt())));
        columns.put(
                "created_at", new Column("Создан", row -> row.at(row.client().createdAt())));
        profile(columns, "gender", "Пол", Profile::gender);
        profile(columns, "age", "Возраст", Profile::age);
        profile(columns, "experience", "Опыт", Profile::experience);
        profile(columns, "goal", "Цель", Profile::goal);
        profile(columns, "height_cm", "Рост, см", Profile::heightCm);
        profile(columns, "weight_kg", "Вес, кг", Profile::weightKg);
        profile(columns, "lifestyle", "Образ жизни", Profile::lifestyle);
        profile(columns, "days_per_week", "Дней в неделю", Profile::daysPerWeek);
        profile(columns, "location", "Место занятий", Profile::location);
        profile(columns, "equipment", "Оборудование", profile -> String.join(", ", profile.equipment()));
        profile(columns, "limitations_text", "Ограничения", Profile::limitationsText);
        return columns;
    }

    private static void profile(
            Map<String, Column> columns, String key, String title, Function<Profile, @Nullable Object> value) {
        columns.put(key, new Column(title, row -> {
            Profile profile = row.profile();
            return profile == null ? null : value.apply(profile);
        }));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String fileName() {
        return "clients";
    }

    /**
     * Refuses what no list can be.
     *
     * @throws Invalid naming the filter, the order or the column
     */
    public void check(BusinessId business, AskedFilter filter, @Nullable List<String> columns, @Nullable String sort) {
        list.check(business, filter, sort);
        var own = fields.all(business).stream().map(CustomField::key).collect(Collectors.toSet());
        List<String> asked = columns == null ? List.of() : columns;
        for (int i = 0; i < asked.size(); i++) {
            String column = asked.get(i);
            boolean known = COLUMNS.containsKey(column)
                    || (column.startsWith(OWN) && own.contains(column.substring(OWN.length())));
            if (!known) {
                throw new Invalid("columns[" + i + "]", "unknown", "Колонка карточки или custom.<ключ> своего поля");
            }
        }
    }

    @Override
    public void write(BusinessId business, String spec, Rows rows) {
        ExportSpec asked = json.readValue(spec, ExportSpec.class);
        List<Column> columns = chosen(business, asked.columns());
        boolean deep = columns.stream().anyMatch(column -> !shallow(column));
        ZoneId zone = businesses.get(business).zone();
        Map<Long, String> names =
                staff.all(business).stream().collect(Collectors.toMap(StaffMember::id, StaffMember::name));
        rows.row(columns.stream().map(Column::title).toList());
        list.each(business, asked.filterOrAll(), asked.sort(), some -> {
            Map<Long, Profile> profiles = deep
                    ? list.profiles(
                            business, some.stream().map(ClientSummary::id).toList())
                    : Map.of();
            some.forEach(client -> {
                var row = new Row(client, profiles.get(client.id()), zone, names);
                List<@Nullable Object> cells = new ArrayList<>(columns.size());
                columns.forEach(column -> cells.add(column.value().apply(row)));
                rows.row(cells);
            });
        });
    }

    private static boolean shallow(Column column) {
        return COLUMNS.entrySet().stream()
                .limit(13)
                .anyMatch(known -> known.getValue().equals(column));
    }

    private List<Column> chosen(BusinessId business, @Nullable List<String> asked) {
        Map<String, Column> all = new LinkedHashMap<>(COLUMNS);
        fields.all(business)
                .forEach(field ->
                        all.put(OWN + field.key(), new Column(field.title(), row -> shown(row.profile(), field))));
        List<String> keys = asked == null || asked.isEmpty() ? List.copyOf(all.keySet()) : asked;
        return keys.stream().filter(all::containsKey).map(all::get).toList();
    }

    private static @Nullable Object shown(@Nullable Profile profile, CustomField field) {
        Object value = profile == null ? null : profile.custom().get(field.key());
        return value instanceof Boolean flag ? (flag ? "да" : "нет") : value;
    }
}
