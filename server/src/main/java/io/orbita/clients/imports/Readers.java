package io.orbita.clients.imports;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.Staff;
import io.orbita.clients.fields.CustomField;
import io.orbita.clients.fields.CustomFields;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes readers of lines by what the business knows now: its stages, staff and own fields. */
@Component
class Readers {
    private final StageNames stages;
    private final Staff staff;
    private final CustomFields fields;
    private final Businesses businesses;
    private final JsonMapper json;
    private final Validator validator;

    Readers(
            StageNames stages,
            Staff staff,
            CustomFields fields,
            Businesses businesses,
            JsonMapper json,
            Validator validator) {
        this.stages = stages;
        this.staff = staff;
        this.fields = fields;
        this.businesses = businesses;
        this.json = json;
        this.validator = validator;
    }

    RowReader reader(BusinessId business, ImportSettings settings, int columns) {
        var byStage = new HashMap<String, Long>();
        stages.stages(business).values().forEach(stage -> byStage.putIfAbsent(RowReader.key(stage.name()), stage.id()));
        var byName = new HashMap<String, Long>();
        Set<String> several = new HashSet<>();
        staff.all(business).forEach(member -> {
            if (byName.put(RowReader.key(member.name()), member.id()) != null) {
                several.add(RowReader.key(member.name()));
            }
        });
        byName.keySet().removeAll(several);
        var names = new RowReader.Names(
                byStage, byName, fields(business), businesses.get(business).zone());
        return new RowReader(settings, names, columns, json, validator);
    }

    private Map<String, CustomField> fields(BusinessId business) {
        return fields.all(business).stream().collect(Collectors.toMap(CustomField::key, field -> field));
    }

    /**
     * Refuses settings that cannot be of this file and this business.
     *
     * @throws Invalid naming the field
     */
    void check(BusinessId business, ImportSettings settings, int columns) {
        Set<Integer> used = new HashSet<>();
        Set<String> single = new HashSet<>();
        Map<String, CustomField> own = fields(business);
        for (int i = 0; i < settings.columns().size(); i++) {
            ImportSettings.Column column = settings.columns().get(i);
            String at = "columns[" + i + "]";
            if (column.column() >= columns || !used.add(column.column())) {
                throw new Invalid(at + ".column", "unknown", "Колонка файла, каждая один раз");
            }
            var target = Target.of(column.field());
            boolean known = target.isPresent()
                    || (column.field().startsWith(RowReader.CUSTOM)
                            && own.containsKey(column.field().substring(RowReader.CUSTOM.length())));
            if (!known) {
                throw new Invalid(at + ".field", "unknown", "Поле карточки или custom.<ключ> своего поля");
            }
            if (!target.map(Target::many).orElse(false) && !single.add(column.field())) {
                throw new Invalid(at + ".field", "duplicate", "В это поле идёт только одна колонка");
            }
        }
        if (settings.stageId() != null && !stages.stages(business).containsKey(settings.stageId())) {
            throw new Invalid("stage_id", "unknown", "Этап этой воронки");
        }
        if (settings.assignedTo() != null
                && staff.find(business, settings.assignedTo()).isEmpty()) {
            throw new Invalid("assigned_to", "unknown", "Сотрудник этого бизнеса");
        }
    }
}
