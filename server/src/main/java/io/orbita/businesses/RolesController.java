package io.orbita.businesses;

import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/roles")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER, Role.CASHIER},
        scope = "users")
@Tag(name = "users")
class RolesController {
    /** A role and what it may, in words; the texts follow «может» and "may". */
    record RoleView(String role, String title, List<Rights.Right> rights) {}

    private final Rights rights;

    RolesController(Rights rights) {
        this.rights = rights;
    }

    @GetMapping
    @Operation(summary = "What each role may do, in words, read from the guards themselves")
    Page<RoleView> list() {
        return Page.whole(Arrays.stream(Role.values())
                .filter(role -> role != Role.PLATFORM_ADMIN)
                .map(role -> new RoleView(
                        role.name().toLowerCase(Locale.ROOT),
                        String.valueOf(InvitationLetters.AS.get(role)),
                        rights.of(role)))
                .toList());
    }
}
