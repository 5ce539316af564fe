package io.orbita.journal;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/progress/entries/{id}/photos")
@Tag(name = "journal")
@Allowed(
        value = {Role.TRAINER},
        scope = "progress")
class PhotosController {
    private final Photos photos;

    PhotosController(Photos photos) {
        this.photos = photos;
    }

    @PostMapping(consumes = MediaType.ALL_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a photo: JPEG, PNG or WebP of at most 10 MB as the body; `view` is front, side or back")
    PhotoRows.Photo add(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(defaultValue = "front") @Size(max = 10) String view,
            HttpServletRequest request)
            throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(Photos.MOST_BYTES + 1);
        return photos.add(caller.business(), id, view, bytes, caller.user());
    }

    @GetMapping("/{photo}")
    @Operation(summary = "A photo")
    ResponseEntity<byte[]> get(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive long photo) {
        Photos.Picture picture = photos.get(caller.business(), id, photo);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.mimeType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(picture.bytes());
    }

    @DeleteMapping("/{photo}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a photo away")
    void remove(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive long photo) {
        photos.remove(caller.business(), id, photo);
    }
}
