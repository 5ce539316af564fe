package io.orbita.clients;

import io.orbita.businesses.Staff;
import io.orbita.clients.fields.CustomFields;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold of a card that staff writes, beside what its fields say themselves. */
@Component
class CardChecks {
    private final Staff staff;
    private final CustomFields fields;

    CardChecks(Staff staff, CustomFields fields) {
        this.staff = staff;
        this.fields = fields;
    }

    /** The edit with the values of own fields as they are kept. */
    ClientEdit checked(BusinessId business, ClientCard before, ClientEdit edit) {
        if (edit.name() == null || (edit.name().isBlank() && !before.name().isEmpty())) {
            throw new Invalid("name", "required", "Имя клиента");
        }
        if (!Objects.equals(edit.assignedTo(), before.assignedTo())) {
            staff(business, edit.assignedTo());
        }
        if (edit.timeZone() != null) {
            try {
                ZoneId.of(edit.timeZone());
            } catch (DateTimeException e) {
                throw new Invalid("time_zone", "unknown", "Часовой пояс, например Europe/Moscow");
            }
        }
        Map<String, Object> custom = edit.custom() == null ? Map.of() : edit.custom();
        Map<String, Object> checked = fields.checked(business, before.custom(), custom);
        return checked.equals(custom) ? edit : edit.with(checked);
    }

    void staff(BusinessId business, @Nullable Long user) {
        if (user != null && staff.find(business, user).isEmpty()) {
            throw new Invalid("assigned_to", "unknown", "Сотрудник этого бизнеса");
        }
    }
}
