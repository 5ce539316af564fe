package io.orbita.programs;

import io.orbita.businesses.spi.Integration.Finding;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.template.Gender;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The set-up list: the owner's own templates. Without them programmes come from the library, so it may be left. */
@Component
class SheetStep implements SetUpStep {
    private final SheetRows rows;
    private final SheetSync sync;

    SheetStep(SheetRows rows, SheetSync sync) {
        this.rows = rows;
        this.sync = sync;
    }

    @Override
    public String name() {
        return "sheet";
    }

    @Override
    public int place() {
        return 3;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public boolean done(BusinessId business) {
        return List.of(Gender.values()).stream()
                .anyMatch(gender -> rows.state(business, gender).snapshot() != null);
    }

    @Override
    public Finding check(BusinessId business) {
        var read = new ArrayList<String>();
        for (Gender gender : Gender.values()) {
            sync.sync(business, gender, null);
            SheetRows.State state = rows.state(business, gender);
            if ("refused".equals(state.outcome()) || "unreachable".equals(state.outcome())) {
                return new Finding(
                        false,
                        "Таблица программ (%s) не читается. %s"
                                .formatted(
                                        gender.plural(),
                                        state.problems().isEmpty()
                                                ? "Откройте доступ по ссылке и повторите."
                                                : state.problems().getFirst().text()));
            }
            if (state.snapshot() != null) {
                read.add(gender.plural());
            }
        }
        return read.isEmpty()
                ? new Finding(
                        false,
                        "Своей таблицы нет: программы собираются из встроенных шаблонов. Если есть свои, дайте ссылку на таблицу.")
                : new Finding(true, "Таблица читается: " + String.join(", ", read) + ".");
    }
}
