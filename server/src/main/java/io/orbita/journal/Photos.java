package io.orbita.journal;

import io.orbita.clients.spi.PersonFile;
import io.orbita.platform.files.FileRemoval;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Photos of a measurement: pictures by their bytes, not by what the sender calls them. */
@Component
class Photos {
    static final int MOST_BYTES = 10_000_000;
    private static final int MOST = 6;
    private static final Set<String> VIEWS = Set.of("front", "side", "back");

    private final EntryRows entries;
    private final PhotoRows rows;
    private final FileStore files;
    private final FileRemoval removal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Photos(
            EntryRows entries,
            PhotoRows rows,
            FileStore files,
            FileRemoval removal,
            TransactionTemplate transaction,
            Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.files = files;
        this.removal = removal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A picture to show. */
    record Picture(String mimeType, byte[] bytes) {}

    PhotoRows.Photo add(BusinessId business, long entry, String view, byte[] bytes, @Nullable Long by) {
        if (!VIEWS.contains(view)) {
            throw new Invalid("view", "choice", "front, side или back");
        }
        if (bytes.length > MOST_BYTES) {
            throw new Invalid("", "size", "Не больше 10 МБ");
        }
        String mimeType = mimeType(bytes).orElseThrow(() -> new Invalid("", "format", "JPEG, PNG или WebP"));
        transaction.executeWithoutResult(_ -> {
            var unused = entries.owner(business, entry).orElseThrow(EntryRows::unknown);
        });
        String file = files.put(business, bytes);
        return Objects.requireNonNull(transaction.execute(_ -> {
            entries.lock(business, entry);
            List<PhotoRows.Photo> before = rows.of(business, List.of(entry)).getOrDefault(entry, List.of());
            Optional<PhotoRows.Photo> same = before.stream()
                    .filter(photo -> photo.file().equals(file) && photo.view().equals(view))
                    .findFirst();
            if (same.isPresent()) {
                return same.get();
            }
            if (before.size() >= MOST) {
                throw new JournalRefusals.TooManyPhotos();
            }
            long id = rows.add(business, entry, view, mimeType, bytes.length, file, by, clock.instant());
            return rows.find(business, entry, id).orElseThrow();
        }));
    }

    Picture get(BusinessId business, long entry, long photo) {
        PhotoRows.Photo found = Objects.requireNonNull(
                transaction.execute(_ -> rows.find(business, entry, photo).orElseThrow(Photos::unknown)));
        return new Picture(found.mimeType(), files.get(business, found.file()).orElseThrow(Photos::unknown));
    }

    void remove(BusinessId business, long entry, long photo) {
        transaction.executeWithoutResult(_ -> {
            String file = rows.find(business, entry, photo)
                    .orElseThrow(Photos::unknown)
                    .file();
            rows.remove(business, photo);
            removal.ask(business, List.of(file));
        });
    }

    /** All photos of these clients, for an export. */
    List<PersonFile> of(BusinessId business, Set<Long> clients) {
        return rows.files(business, clients).stream()
                .flatMap(file -> files.get(business, file).stream()
                        .map(bytes -> new PersonFile(
                                file.substring(0, 12) + "."
                                        + mimeType(bytes).orElse("image/bin").substring("image/".length()),
                                bytes)))
                .toList();
    }

    /** Called before the rows go. */
    void forget(BusinessId business, Set<Long> clients) {
        removal.ask(business, rows.files(business, clients));
    }

    /** What the first bytes say. */
    static Optional<String> mimeType(byte[] bytes) {
        if (bytes.length < 12) {
            return Optional.empty();
        }
        var head = new String(bytes, 0, 12, StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        return head.startsWith("RIFF") && head.endsWith("WEBP") ? Optional.of("image/webp") : Optional.empty();
    }

    private static NotFound unknown() {
        return new NotFound("Такого фото нет.", "There is no such photo.");
    }
}
