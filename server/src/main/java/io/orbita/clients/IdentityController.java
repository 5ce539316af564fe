package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Phones, e-mails and ids of a person. */
@RestController
@RequestMapping("/api/clients/{id}/identities")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
class IdentityController {
    /**
     * @param verified true when nothing is said: staff knows whom they write down
     * @param main whether it is used first from now on
     */
    record IdentityDraft(
            @NotNull @Pattern(regexp = "phone|email|vk", message = "phone, email или vk") String kind,

            @NotBlank @Size(max = 254) String value,
            @Nullable Boolean verified,
            @Nullable Boolean main) {}

    record IdentityChange(
            @Nullable Boolean verified, @Nullable Boolean main) {}

    private final IdentityBook book;

    IdentityController(IdentityBook book) {
        this.book = book;
    }

    @GetMapping
    @Operation(summary = "What a client is known by, the main ones first")
    Page<IdentityBook.Entry> list(Caller caller, @PathVariable @Positive long id) {
        return Page.whole(book.of(caller.business(), id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a phone, an e-mail or a VK id")
    IdentityBook.Entry add(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody IdentityDraft draft) {
        return book.add(
                caller.business(),
                id,
                draft.kind(),
                draft.value(),
                !Boolean.FALSE.equals(draft.verified()),
                Boolean.TRUE.equals(draft.main()),
                caller.user());
    }

    @PatchMapping("/{identity}")
    @Operation(summary = "Make a phone or an e-mail verified or not, main or not")
    IdentityBook.Entry change(
            Caller caller,
            @PathVariable @Positive long id,
            @PathVariable @Positive long identity,
            @Valid @RequestBody IdentityChange change) {
        return book.change(caller.business(), id, identity, change.verified(), change.main(), caller.user());
    }

    @DeleteMapping("/{identity}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a phone, an e-mail or a VK id away")
    void remove(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive long identity) {
        book.remove(caller.business(), id, identity, caller.user());
    }
}
