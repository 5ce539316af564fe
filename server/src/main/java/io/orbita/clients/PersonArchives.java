package io.orbita.clients;

import io.orbita.clients.spi.PersonFile;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.tenancy.BusinessId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All that is known of a person as one archive: a JSON file of each room, and its files in a folder of the same name. */
@Component
@Transactional(readOnly = true)
public class PersonArchives {
    static final String PATH = "/api/person-archives/";

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String PURPOSE = "clients.export";
    private static final Pattern TOKEN =
            Pattern.compile("([1-9][0-9]{0,17})\\.([1-9][0-9]{0,17})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final ObjectProvider<PersonalData> rooms;
    private final ClientRows clients;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    PersonArchives(ObjectProvider<PersonalData> rooms, ClientRows clients, Vault vault, JsonMapper json, Clock clock) {
        this.rooms = rooms;
        this.clients = clients;
        this.vault = vault;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        this.clock = clock;
    }

    /** A relative address that gives the archive for five minutes. */
    public String link(BusinessId business, long client) {
        long standing = clients.standing(business, client).orElseThrow(ClientRows::unknown);
        String text =
                business + "." + standing + "." + clock.instant().plus(LIFE).getEpochSecond();
        return PATH + text + "." + vault.sign(PURPOSE, text);
    }

    /** The business that a token names; it proves nothing. */
    static Optional<BusinessId> business(String token) {
        var parts = TOKEN.matcher(token);
        return parts.matches() ? Optional.of(new BusinessId(Long.parseLong(parts.group(1)))) : Optional.empty();
    }

    /** The archive, when the token is ours and not too old. */
    public Optional<byte[]> open(BusinessId business, String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()
                || !vault.signed(PURPOSE, token.substring(0, token.lastIndexOf('.')), parts.group(4))
                || clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(parts.group(3))))) {
            return Optional.empty();
        }
        long client = Long.parseLong(parts.group(2));
        return clients.standing(business, client).map(id -> archive(business, new ClientId(id)));
    }

    private byte[] archive(BusinessId business, ClientId client) {
        var bytes = new ByteArrayOutputStream();
        var names = new HashSet<String>();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (PersonalData room : rooms.orderedStream().toList()) {
                put(zip, names, room.part() + ".json", json.writeValueAsBytes(room.export(business, client)));
                for (PersonFile file : room.files(business, client)) {
                    put(zip, names, room.part() + "/" + file.name(), file.bytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void put(ZipOutputStream zip, HashSet<String> names, String name, byte[] bytes) throws IOException {
        // Names come from outside in part: an archive never leads out of the folder it is unpacked in.
        String safe = name.replace("..", "_").replaceAll("[\\\\:*?\"<>|\\p{Cntrl}]", "_");
        if (names.add(safe)) {
            var entry = new ZipEntry(safe);
            entry.setTime(clock.instant().toEpochMilli());
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        }
    }
}
