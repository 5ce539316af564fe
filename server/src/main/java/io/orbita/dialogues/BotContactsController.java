package io.orbita.dialogues;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.businesses.Settings;
import io.orbita.dialogues.talk.Known;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the bot says under «Контакты». */
@RestController
@RequestMapping("/api/bot/contacts")
@Allowed(value = Role.TRAINER, scope = "bot")
@Tag(name = "dialogues")
class BotContactsController {

    /** All absent: the bot only asks to write right there. */
    record BotContacts(
            @Nullable @Size(max = 100) String phone,

            @Nullable @Size(max = 200) String email,

            @Nullable @Size(max = 200) String telegram,

            @Nullable @Size(max = 200) String site,

            @Nullable @Size(max = 300) String address) {}

    private final FrontDesk frontDesk;
    private final Settings settings;

    BotContactsController(FrontDesk frontDesk, Settings settings) {
        this.frontDesk = frontDesk;
        this.settings = settings;
    }

    @GetMapping
    @Operation(summary = "The contacts that the bot shows")
    BotContacts get(Caller caller) {
        var shown = frontDesk.contacts(caller.business());
        return new BotContacts(shown.phone(), shown.email(), shown.telegram(), shown.site(), shown.address());
    }

    @PutMapping
    @Operation(summary = "Replace the contacts that the bot shows")
    BotContacts put(Caller caller, @Valid @RequestBody BotContacts next) {
        settings.put(
                caller.business(),
                FrontDesk.CONTACTS,
                new Known.Contacts(next.phone(), next.email(), next.telegram(), next.site(), next.address()));
        return get(caller);
    }
}
