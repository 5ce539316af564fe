package io.orbita.businesses;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/totp")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER, Role.CASHIER, Role.PLATFORM_ADMIN},
        scope = "me")
@Tag(name = "auth")
class SecondStepController {
    record Password(@NotBlank @Size(max = 200) String password) {}

    record FirstCode(@NotBlank @Size(max = 40) String code) {}

    record PasswordAndCode(
            @NotBlank @Size(max = 200) String password,
            @NotBlank @Size(max = 40) String code) {}

    /** Ten codes for the day when the telephone is lost; each opens once. */
    record RecoveryCodes(List<String> recoveryCodes) {}

    private final OwnSession owner;
    private final OwnSecondStep own;
    private final SecondStep second;

    SecondStepController(OwnSession owner, OwnSecondStep own, SecondStep second) {
        this.owner = owner;
        this.own = own;
        this.second = second;
    }

    @GetMapping
    @Operation(summary = "Whether signing in takes a code too, and how many recovery codes are left")
    SecondStep.State state(Caller caller, HttpServletRequest request) {
        return second.state(owner.of(caller, request).login().id());
    }

    @PostMapping
    @Operation(summary = "Begin to set up codes from an app: the secret and the address for a QR code")
    ResponseEntity<SecondStep.Provision> begin(
            Caller caller, HttpServletRequest request, @Valid @RequestBody Password given) {
        return unkept(
                second.begin(owner.proven(caller, request, given.password()).login()));
    }

    @PostMapping("/confirm")
    @Operation(summary = "Switch codes on with a first code from the app; the recovery codes are shown this once")
    ResponseEntity<RecoveryCodes> confirm(
            Caller caller, HttpServletRequest request, @Valid @RequestBody FirstCode given) {
        return unkept(new RecoveryCodes(own.confirm(owner.of(caller, request), given.code(), request.getRemoteAddr())));
    }

    @PostMapping("/recovery-codes")
    @Operation(summary = "Ten new recovery codes in place of the former ones")
    ResponseEntity<RecoveryCodes> renew(
            Caller caller, HttpServletRequest request, @Valid @RequestBody PasswordAndCode given) {
        OwnSession.Own session = owner.proven(caller, request, given.password());
        return unkept(new RecoveryCodes(own.renew(session, given.code(), request.getRemoteAddr())));
    }

    @PostMapping("/off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switch codes off")
    void off(Caller caller, HttpServletRequest request, @Valid @RequestBody PasswordAndCode given) {
        own.off(owner.proven(caller, request, given.password()), given.code(), request.getRemoteAddr());
    }

    private static <T> ResponseEntity<T> unkept(T secret) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(secret);
    }
}
