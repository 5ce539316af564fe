package io.orbita.businesses;

import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Colleagues, for whoever is signed in: names to assign to and to filter by. Logins and addresses stay with {@code /api/users}. */
@RestController
@RequestMapping("/api/staff")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER, Role.CASHIER},
        scope = "users")
@Tag(name = "users")
class StaffController {
    /**
     * A colleague.
     *
     * @param role {@code admin}, {@code trainer}, {@code manager} or {@code cashier}
     * @param active whether they may sign in; those who left stay for the names on old records
     */
    record Colleague(long id, String name, String role, boolean active) {}

    private final Staff staff;

    StaffController(Staff staff) {
        this.staff = staff;
    }

    @GetMapping
    @Operation(summary = "Who works here: names and roles, those who left too")
    Page<Colleague> list(Caller caller) {
        List<Staff.Known> known = staff.everKnown(caller.business());
        return Page.whole(known.stream()
                .map(one -> new Colleague(
                        one.member().id(),
                        one.member().name(),
                        one.member().role().name().toLowerCase(Locale.ROOT),
                        one.active()))
                .toList());
    }
}
