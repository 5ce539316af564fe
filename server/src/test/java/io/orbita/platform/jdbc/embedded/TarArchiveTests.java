package io.orbita.platform.jdbc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarArchiveTests {
    @TempDir
    Path temp;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    @Test
    void files_folders_links_and_rights_come_out_as_they_went_in() throws IOException {
        entry("bin/", '5', "0000755", "", "");
        entry("bin/postgres", '0', "0000755", "", "x".repeat(700));
        entry("lib/deep/libpq.so.5", '0', "0000644", "", "library");
        entry("lib/deep/libpq.so", '2', "0000777", "libpq.so.5", "");
        unpack();
        assertThat(temp.resolve("out/bin/postgres")).hasSize(700).isExecutable();
        assertThat(temp.resolve("out/lib/deep/libpq.so")).isSymbolicLink().hasContent("library");
        assertThat(Files.isExecutable(temp.resolve("out/lib/deep/libpq.so.5"))).isFalse();
    }

    @Test
    void an_entry_that_leads_outside_is_refused() {
        entry("../evil", '0', "0000644", "", "evil");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside");
        assertThat(temp.resolve("evil")).doesNotExist();
    }

    @Test
    void a_link_that_leads_outside_is_refused() {
        entry("lib/out", '2', "0000777", "../../elsewhere", "");
        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside");
    }

    @Test
    void a_cut_archive_is_an_error_and_not_half_a_server() {
        entry("bin/postgres", '0', "0000755", "", "x".repeat(4000));
        byte[] whole = archive.toByteArray();
        archive.reset();
        archive.write(whole, 0, 2000);
        assertThatThrownBy(() ->
                        new TarArchive(new ByteArrayInputStream(archive.toByteArray())).unpackInto(temp.resolve("out")))
                .isInstanceOf(EOFException.class);
    }

    private void unpack() throws IOException {
        archive.write(new byte[1024]);
        new TarArchive(new ByteArrayInputStream(archive.toByteArray())).unpackInto(temp.resolve("out"));
    }

    private void entry(String name, char type, String mode, String link, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 124, "%011o".formatted(bytes.length));
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar");
        archive.writeBytes(header);
        archive.writeBytes(bytes);
        archive.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
