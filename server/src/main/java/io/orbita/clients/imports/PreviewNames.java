package io.orbita.clients.imports;

import io.orbita.businesses.Staff;
import io.orbita.clients.fields.CustomField;
import io.orbita.clients.fields.CustomFields;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.tenancy.BusinessId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words for what a card holds as ids and keys. */
@Component
class PreviewNames {
    /**
     * @param fields titles of the own fields, by the target of a column
     * @param stages names, by the id
     * @param staff names, by the id
     */
    record Known(Map<String, String> fields, Map<String, String> stages, Map<String, String> staff) {}

    private final CustomFields fields;
    private final StageNames stages;
    private final Staff staff;

    PreviewNames(CustomFields fields, StageNames stages, Staff staff) {
        this.fields = fields;
        this.stages = stages;
        this.staff = staff;
    }

    Known of(BusinessId business) {
        var titles = fields.all(business).stream()
                .collect(Collectors.toMap(field -> RowReader.CUSTOM + field.key(), CustomField::title));
        var stageNames = new HashMap<String, String>();
        stages.stages(business).values().forEach(stage -> stageNames.put(String.valueOf(stage.id()), stage.name()));
        var staffNames = new HashMap<String, String>();
        staff.all(business).forEach(member -> staffNames.put(String.valueOf(member.id()), member.name()));
        return new Known(titles, stageNames, staffNames);
    }
}
