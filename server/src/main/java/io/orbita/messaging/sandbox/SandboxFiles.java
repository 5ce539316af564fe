package io.orbita.messaging.sandbox;

import io.orbita.businesses.Open;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files that the sandbox's bot and mailbox handed out, under names that cannot be guessed. */
@RestController
@Open
@Tag(name = "sandbox")
class SandboxFiles {
    static final String PATH = "/sandbox/files/";

    private final SandboxChats chats;
    private final FileStore files;

    SandboxFiles(SandboxChats chats, FileStore files) {
        this.chats = chats;
        this.files = files;
    }

    @GetMapping(PATH + "{token}")
    @Operation(summary = "A file that the sandbox's bot sent")
    ResponseEntity<byte[]> file(@PathVariable String token) {
        BusinessId business = PublicId.business(token).orElseThrow(SandboxFiles::unknown);
        return Tenancy.in(
                business,
                () -> chats.file(business, token)
                        .flatMap(file -> files.get(business, file.file()).map(bytes -> answer(file, bytes)))
                        .orElseThrow(SandboxFiles::unknown));
    }

    private static ResponseEntity<byte[]> answer(SandboxChats.File file, byte[] bytes) {
        // Anything that a browser would run is only ever saved.
        boolean shown = file.type().equals("application/pdf");
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }

    private static NotFound unknown() {
        return new NotFound("Такого файла нет.", "There is no such file.");
    }
}
