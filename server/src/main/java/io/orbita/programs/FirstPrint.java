package io.orbita.programs;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.selection.Setting;
import io.orbita.programs.selection.Trainee;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes a programme for nobody and throws it away: what is built at first use stands ready then, and no client waits for it. */
@Component
public class FirstPrint {
    private static final int WEEKS = 1;

    private final Workshop workshop;

    FirstPrint(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Takes about a second of a processor and touches no database; safe beside anything. */
    public void prepare() {
        var nobody = new Trainee(null, null, null, null, null, null, null, Setting.HOME, Set.of(), Set.of(), false);
        var order = new Workshop.Order(new BusinessId(1), nobody, "", WEEKS, 1);
        workshop.print(
                workshop.make(order, new Workshop.Shelf(workshop.library(null), false))
                        .content(),
                "",
                null);
    }
}
