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
import org.springframework.http.HttpStatus;
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
    private static final String ROLES = "admin|trainer|manager|cashier";
    private static final String PASSWORD_RULE = "От 10 до 200 знаков";

    record NewUser(
            @NotBlank @Size(min = 2, max = 100) @Pattern(regexp = "[\\p{L}\\p{N}._@+-]+", message = "Буквы, цифры и . _ @ + -") String username,

            @NotBlank @Size(max = 200) String name,

            @NotBlank @Pattern(regexp = ROLES, message = ROLES) String role,

            @NotBlank @Size(min = 10, max = 200, message = PASSWORD_RULE) String password) {}

    record UserChange(
            @NotBlank @Size(max = 200) String name,

            @NotBlank @Pattern(regexp = ROLES, message = ROLES) String role,

            @NotNull Boolean active) {}

    record NewPassword(
            @NotBlank @Size(min = 10, max = 200, message = PASSWORD_RULE) String password) {}

    private final Users users;

    UsersController(Users users) {
        this.users = users;
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
        return users.create(
                caller.business(), user.username(), user.name(), role(user.role()), user.password(), caller.key());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a staff user; switching off ends the sessions")
    Users.User change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody UserChange change) {
        return users.change(caller.business(), id, change.name(), role(change.role()), change.active(), caller.key());
    }

    @PostMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a new password; the user's sessions end")
    void password(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody NewPassword password) {
        users.password(caller.business(), id, password.password(), caller.key());
    }

    private static Role role(String name) {
        return Role.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
