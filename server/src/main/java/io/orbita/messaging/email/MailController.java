package io.orbita.messaging.email;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.platform.web.Invalid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mail server of the business; its password goes in and never comes out. */
@RestController
@RequestMapping("/api/channels/email")
@Allowed(scope = "channels")
@Tag(name = "messaging")
class MailController {
    /** Ports that mail is sent through: whoever may set a server must not knock on any other door of our network. */
    private static final List<Integer> PORTS = List.of(25, 465, 587, 2525);

    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";
    private static final String SECURITIES = "none|starttls|tls";

    record Server(
            @NotBlank @Pattern(regexp = HOST, message = "Имя сервера, например smtp.yandex.ru") String host,

            @NotNull Integer port,

            @NotNull @Pattern(regexp = SECURITIES, message = SECURITIES) String security,

            @Nullable @Size(max = 200) String user,

            @Nullable @Size(max = 500) String password,

            @NotBlank @Email(message = "Адрес, с которого уходят письма") @Size(max = 254) String sender,

            @Nullable @Size(max = 100) String senderName) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            boolean connected,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String security,
            @Nullable String user,
            @Nullable String sender,
            @Nullable String senderName) {}

    private final MailAccounts accounts;
    private final Audit audit;

    MailController(MailAccounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "The mail server, without its password")
    State state(Caller caller) {
        return accounts.kept(caller.business())
                .map(it -> new State(
                        true,
                        it.host(),
                        it.port(),
                        it.security().name().toLowerCase(Locale.ROOT),
                        it.user(),
                        it.sender(),
                        it.senderName()))
                .orElse(new State(false, null, null, null, null, null, null));
    }

    @PutMapping
    @Transactional
    @Operation(summary = "Set the mail server; without a password the former one stays")
    public State set(Caller caller, @Valid @RequestBody Server server) {
        if (!PORTS.contains(server.port())) {
            throw new Invalid("port", "range", "Один из портов почты: 25, 465, 587, 2525");
        }
        accounts.set(
                caller.business(),
                new MailAccounts.Kept(
                        server.host(),
                        server.port(),
                        SmtpAccount.Security.valueOf(server.security().toUpperCase(Locale.ROOT)),
                        server.user(),
                        server.sender(),
                        server.senderName()),
                server.password());
        audit.record(
                caller.business(), caller.key(), "messaging.email-set", server.host(), Map.of("port", server.port()));
        return state(caller);
    }

    @DeleteMapping
    @Transactional
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the mail server away")
    public void remove(Caller caller) {
        accounts.remove(caller.business());
        audit.record(caller.business(), caller.key(), "messaging.email-remove", "", Map.of());
    }
}
