package io.orbita.programs;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.Workshop.Shelf;
import io.orbita.programs.sheet.SheetOutcome;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Template;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The templates in force in a business: the owner's last good sheet, or the library of the distribution. */
@Component
@Transactional(readOnly = true)
class Shelves {
    private static final Logger log = LoggerFactory.getLogger(Shelves.class);
    private static final int MOST_KEPT = 24;

    private final SheetRows sheets;
    private final Workshop workshop;

    /** Parsed snapshots, the least used forgotten; a snapshot never changes. */
    private final Map<Key, List<Template>> parsed = Collections.synchronizedMap(new LinkedHashMap<>(32, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Template>> eldest) {
            return size() > MOST_KEPT;
        }
    });

    private record Key(BusinessId business, long snapshot) {}

    Shelves(SheetRows sheets, Workshop workshop) {
        this.sheets = sheets;
        this.workshop = workshop;
    }

    /** For a client of that gender; both when it is not known. */
    public Shelf of(BusinessId business, @Nullable Gender gender) {
        var templates = new ArrayList<Template>();
        boolean own = false;
        for (Gender each : Gender.values()) {
            if (gender == null || gender == each) {
                Optional<List<Template>> sheet = own(business, each);
                own |= sheet.isPresent();
                templates.addAll(sheet.orElseGet(() -> workshop.library(each)));
            }
        }
        return new Shelf(templates, own);
    }

    /** Whether a gender's templates come from the owner's sheet. */
    public boolean hasOwn(BusinessId business, Gender gender) {
        return own(business, gender).isPresent();
    }

    private Optional<List<Template>> own(BusinessId business, Gender gender) {
        Long snapshot = sheets.state(business, gender).snapshot();
        if (snapshot == null) {
            return Optional.empty();
        }
        List<Template> templates = parsed.get(new Key(business, snapshot));
        if (templates == null) {
            templates = sheets.sheet(business, snapshot)
                    .map(sheet -> read(business, sheet, gender))
                    .orElse(List.of());
            parsed.put(new Key(business, snapshot), templates);
        }
        return templates.isEmpty() ? Optional.empty() : Optional.of(templates);
    }

    private List<Template> read(BusinessId business, SheetRows.Sheet sheet, Gender gender) {
        return switch (workshop.sheets().read(sheet.bytes(), sheet.tab(), gender)) {
            case SheetOutcome.Accepted accepted -> accepted.templates();
            case SheetOutcome.Refused _ -> {
                log.error("a sheet of business {} that was good is refused now", business);
                yield List.of();
            }
        };
    }
}
