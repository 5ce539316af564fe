package io.orbita.businesses;

import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
@Allowed(scope = "users")
@Tag(name = "users")
class UsersController {
    static final String ROLES = "admin|trainer|manager|cashier";
    static final String EMAIL_RULE = "Адрес вида имя@почта.рф";
    static final String USERNAME = "[\\p{L}\\p{N}._@+-]+";
    static final String USERNAME_RULE = "Буквы, цифры и . _ @ + -";
    static final String PASSWORD_RULE = "От 10 до 200 знаков";

    record NewUser(
            @NotBlank @Size(min = 2, max = 100) @Pattern(regexp = USERNAME, message = USERNAME_RULE) String username,

            @NotBlank @Size(max = 200) String name,

            @NotBlank @Pattern(regexp = ROLES, message = ROLES) String role,

            @NotBlank @Size(min = 10, max = 200, message = PASSWORD_RULE) String password,

            @Size(max = 254) @Pattern(regexp = Logins.EMAIL, message = EMAIL_RULE) @Nullable String email) {}

    record UserChange(
            @NotBlank @Size(max = 200) String name,

            @NotBlank @Pattern(regexp = ROLES, message = ROLES) String role,

            @NotNull Boolean active) {}

    record NewPassword(
            @NotBlank @Size(min = 10, max = 200, message = PASSWORD_RULE) String password) {}

    private final Users users;
    private final OwnSecondStep steps;

    UsersController(Users users, OwnSecondStep steps) {
        this.users = users;
        this.steps = steps;
    }

    @GetMapping
    @Operation(summary = "Staff users")
    Page<Users.User> list(Caller caller) {
        return Page.whole(users.all(caller.business()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a staff user")
    Users.User create(Caller caller, @Valid @RequestBody NewUser user) {
        Role role = role(user.role());
        Grants.check(caller, role);
        return users.create(
                caller.business(),
                new Users.Draft(user.username(), user.name(), role, user.password(), user.email()),
                caller.key());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a staff user; switching off ends the sessions")
    Users.User change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody UserChange change) {
        return users.change(caller, id, change.name(), role(change.role()), change.active());
    }

    @PostMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a new password; the user's sessions end")
    void password(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody NewPassword password) {
        users.password(caller, id, password.password());
    }

    @DeleteMapping("/{id}/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switch the codes of another user off, whose telephone is lost; their sessions end")
    void resetSecondStep(Caller caller, @PathVariable @Positive long id) {
        steps.reset(caller, id);
    }

    static Role role(String name) {
        return Role.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
