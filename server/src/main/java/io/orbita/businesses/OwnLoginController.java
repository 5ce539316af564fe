package io.orbita.businesses;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER, Role.CASHIER, Role.PLATFORM_ADMIN},
        scope = "me")
@Tag(name = "auth")
class OwnLoginController {
    record PasswordChange(
            @NotBlank @Size(max = 200) String password,

            @NotBlank @Size(min = 10, max = 200, message = UsersController.PASSWORD_RULE) String newPassword) {}

    record EmailChange(
            @NotBlank @Size(max = 200) String password,

            @Size(max = 254) @Pattern(regexp = Logins.EMAIL, message = UsersController.EMAIL_RULE) @Nullable String email) {}

    private final OwnSession owner;
    private final OwnLogin own;

    OwnLoginController(OwnSession owner, OwnLogin own) {
        this.owner = owner;
        this.own = own;
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change one's own password; the other sessions end")
    void password(Caller caller, HttpServletRequest request, @Valid @RequestBody PasswordChange change) {
        own.password(owner.proven(caller, request, change.password()), change.newPassword());
    }

    @PutMapping("/email")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set the address that a forgotten password is mended with; null for none")
    void email(Caller caller, HttpServletRequest request, @Valid @RequestBody EmailChange change) {
        own.email(owner.proven(caller, request, change.password()), change.email());
    }
}
