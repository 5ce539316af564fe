package io.orbita.messaging.inbox;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Open;
import io.orbita.businesses.Role;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of messages: a signed link first, since a browser opens a file without the token of the panel. */
@RestController
@Tag(name = "messaging")
class FilesController {
    private static final Duration LIFE = Duration.ofMinutes(5);

    record FileLink(String url) {}

    private final FileLinks links;

    FilesController(FileLinks links) {
        this.links = links;
    }

    @PostMapping("/api/messages/{id}/link")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "conversations")
    @Operation(summary = "A link to the file of a message, good for five minutes")
    FileLink link(Caller caller, @PathVariable @Positive long id) {
        if (!links.carries(caller.business(), id)) {
            throw unknown();
        }
        return new FileLink(links.link(caller.business(), id, LIFE));
    }

    @GetMapping(FileLinks.PATH + "{token}")
    @Open
    @Operation(summary = "The file that a signed link names")
    ResponseEntity<byte[]> file(@PathVariable @Size(max = 120) String token) {
        BusinessId business = FileLinks.business(token).orElseThrow(FilesController::unknown);
        FileLinks.Opened file =
                Tenancy.in(business, () -> links.open(business, token)).orElseThrow(FilesController::unknown);
        // Anything that a browser would run is only ever saved.
        boolean shown = file.type().equals(MediaType.APPLICATION_PDF_VALUE);
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(file.bytes());
    }

    private static NotFound unknown() {
        return new NotFound("Такого файла нет, или ссылка устарела.", "There is no such file, or the link is too old.");
    }
}
