package io.orbita.programs;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a Google spreadsheet can be read without signing in. Only the ids are taken from what the owner typed; the addresses
 * are ours, so that nobody makes the server call elsewhere.
 *
 * @param published whether the id is one of «published to the web»
 * @param gid the tab's number; null when it was not in the link
 */
record SheetLink(String id, boolean published, @Nullable String gid) {
    private static final Pattern DOCUMENT = Pattern.compile(
            "^(?:https?://docs\\.google\\.com)?/?spreadsheets/(?:u/\\d+/)?d/(e/)?([A-Za-z0-9_-]{20,120})(?:[/?#].*)?$");
    private static final Pattern BARE = Pattern.compile("^[A-Za-z0-9_-]{20,120}$");
    private static final Pattern GID = Pattern.compile("[?&#]gid=(\\d{1,18})");

    /** Reads an address as it stands in a browser, or a bare id; empty for anything else. */
    static Optional<SheetLink> of(String typed) {
        String text = typed.strip();
        Matcher gid = GID.matcher(text);
        String tab = gid.find() ? gid.group(1) : null;
        if (BARE.matcher(text).matches()) {
            return Optional.of(new SheetLink(text, false, null));
        }
        Matcher document = DOCUMENT.matcher(text);
        return document.matches()
                ? Optional.of(new SheetLink(document.group(2), document.group(1) != null, tab))
                : Optional.empty();
    }

    /**
     * Addresses to try, in this order. By its number a tab comes as it is. By its name only the whole workbook is exact; the
     * second address guesses types column by column and loses cells, so it is the last resort.
     */
    List<URI> addresses(URI google, @Nullable String tabName) {
        String base = google.toString().replaceFirst("/+$", "") + "/spreadsheets/d/" + (published ? "e/" : "") + id;
        if (published) {
            return List.of(URI.create(base + "/pub?single=true&output=csv" + (gid == null ? "" : "&gid=" + gid)));
        }
        if (gid != null || tabName == null) {
            return List.of(URI.create(base + "/export?format=csv" + (gid == null ? "" : "&gid=" + gid)));
        }
        var addresses = new ArrayList<URI>();
        addresses.add(URI.create(base + "/export?format=xlsx"));
        addresses.add(URI.create(
                base + "/gviz/tq?tqx=out:csv&headers=1&sheet=" + URLEncoder.encode(tabName, StandardCharsets.UTF_8)));
        return addresses;
    }
}
