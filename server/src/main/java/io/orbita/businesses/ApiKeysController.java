package io.orbita.businesses;

import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
@RequestMapping("/api/api-keys")
@Allowed(scope = "api_keys")
@Tag(name = "api keys")
class ApiKeysController {
    record NewApiKey(
            @NotBlank @Size(max = 100) String name,

            @NotNull @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = "[a-z_]{1,40}:(read|write)", message = "room:read или room:write") String>
                    scopes,

            @Nullable Instant expiresAt) {}

    private final ApiKeys keys;
    private final Rights rights;

    ApiKeysController(ApiKeys keys, Rights rights) {
        this.keys = keys;
        this.rights = rights;
    }

    @GetMapping
    @Operation(summary = "API keys, without the keys themselves")
    Page<ApiKeys.ApiKey> list(Caller caller) {
        return Page.whole(keys.all(caller.business()));
    }

    @GetMapping("/scopes")
    @Operation(summary = "Which scopes a key can have, in words")
    Page<Rights.Scope> scopes() {
        return Page.whole(rights.scopesInWords());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an API key; it is shown this once")
    ApiKeys.NewKey create(Caller caller, @Valid @RequestBody NewApiKey key) {
        return keys.create(caller, key.name(), key.scopes(), key.expiresAt());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an API key")
    void revoke(Caller caller, @PathVariable @Positive long id) {
        keys.revoke(caller.business(), id, caller.key());
    }
}
