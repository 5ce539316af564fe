package io.orbita.businesses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/invitations")
@Allowed(scope = "users")
@Tag(name = "users")
class InvitationsController {
    record NewInvitation(
            @NotBlank @Pattern(regexp = UsersController.ROLES, message = UsersController.ROLES) String role,

            @Size(max = 254) @Pattern(regexp = Logins.EMAIL, message = UsersController.EMAIL_RULE) @Nullable String email) {}

    /** A new invitation; the link is shown this once, and not at all when it goes by mail: then it proves the address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(long id, @Nullable String url, Instant expiresAt) {}

    private final Invitations invitations;
    private final InvitationLetters letters;

    InvitationsController(Invitations invitations, InvitationLetters letters) {
        this.invitations = invitations;
        this.letters = letters;
    }

    @GetMapping
    @Operation(summary = "Invitations, the newest first")
    Page<Invitations.Invitation> list(Caller caller) {
        return Page.whole(invitations.all(caller.business()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Invite somebody into the team: by e-mail, or by a link that is shown this once")
    Sent create(Caller caller, @Valid @RequestBody NewInvitation invitation) {
        return letters.invite(caller, UsersController.role(invitation.role()), invitation.email());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw an invitation")
    void revoke(Caller caller, @PathVariable @Positive long id) {
        invitations.revoke(caller, id);
    }
}
