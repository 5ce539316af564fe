package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Open;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that is known of a person, to be handed to them: a link first, since a browser saves a file without the token of the panel. */
@RestController
@Tag(name = "clients")
class PersonArchiveController {
    record ExportLink(String url) {}

    private final PersonArchives exports;
    private final Audit audit;
    private final TransactionTemplate transaction;

    PersonArchiveController(PersonArchives exports, Audit audit, TransactionTemplate transaction) {
        this.exports = exports;
        this.audit = audit;
        this.transaction = transaction;
    }

    @PostMapping("/api/clients/{id}/export")
    @Allowed(scope = "clients_export")
    @Operation(summary = "A link to everything that is known of a client as one archive, good for five minutes")
    ExportLink link(Caller caller, @PathVariable @Positive long id) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            String url = exports.link(caller.business(), id);
            audit.record(caller.business(), caller.key(), "clients.export", String.valueOf(id), Map.of());
            return new ExportLink(url);
        }));
    }

    @GetMapping(PersonArchives.PATH + "{token}")
    @Open
    @Operation(summary = "The archive that a signed link names")
    ResponseEntity<byte[]> archive(@PathVariable @Size(max = 120) String token) {
        BusinessId business = PersonArchives.business(token).orElseThrow(PersonArchiveController::unknown);
        byte[] bytes =
                Tenancy.in(business, () -> exports.open(business, token)).orElseThrow(PersonArchiveController::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("client.zip")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }

    private static NotFound unknown() {
        return new NotFound("Такого файла нет, или ссылка устарела.", "There is no such file, or the link is too old.");
    }
}
