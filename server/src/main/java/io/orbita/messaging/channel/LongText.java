package io.orbita.messaging.channel;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into parts that fit into one message each, where a reader would: between paragraphs, lines, sentences, words. */
public final class LongText {
    /** UTF-16 units that a message of Telegram holds. */
    public static final int LIMIT = 4096;

    private static final List<String> SEAMS = List.of("\n\n", "\n", ". ", "! ", "? ", " ");

    private LongText() {}

    /** A part of a split text; formatted text that cannot be cut between its tags falls back to plain. */
    public record Part(String text, TextFormat format) {}

    /** At least one part; each has at most {@link #LIMIT} UTF-16 units and is not blank unless the whole text is. */
    public static List<Part> parts(String text, TextFormat format) {
        return parts(text, format, LIMIT);
    }

    static List<Part> parts(String text, TextFormat format, int limit) {
        if (text.length() <= limit) {
            return List.of(new Part(text, format));
        }
        if (format == TextFormat.PLAIN) {
            return plain(text, limit);
        }
        var pieces = between(text, limit);
        return pieces.isEmpty()
                ? plain(HtmlText.plain(text), limit)
                : pieces.stream().map(it -> new Part(it, TextFormat.HTML)).toList();
    }

    private static List<Part> plain(String text, int limit) {
        var parts = new ArrayList<Part>();
        var rest = text.strip();
        while (rest.length() > limit) {
            int cut = cut(rest, limit);
            parts.add(new Part(rest.substring(0, cut).stripTrailing(), TextFormat.PLAIN));
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty() || parts.isEmpty()) {
            parts.add(new Part(rest, TextFormat.PLAIN));
        }
        return List.copyOf(parts);
    }

    private static int cut(String text, int limit) {
        for (var seam : SEAMS) {
            int at = text.lastIndexOf(seam, limit - seam.length());
            // A seam near the beginning would leave crumbs.
            if (at > limit / 4) {
                return at + seam.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    /** Pieces of formatted text cut at lines where every tag is closed; empty when there is no such cut. */
    private static List<String> between(String html, int limit) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var open = new StringBuilder();
        for (var line : html.split("(?<=\n)", -1)) {
            open.append(line);
            if (!HtmlText.closed(open)) {
                continue;
            }
            if (piece.length() + open.length() > limit && !piece.isEmpty()) {
                pieces.add(piece.toString().strip());
                piece.setLength(0);
            }
            piece.append(open);
            open.setLength(0);
            if (piece.length() > limit) {
                return List.of();
            }
        }
        if (!open.isEmpty()) {
            return List.of();
        }
        pieces.add(piece.toString().strip());
        pieces.removeIf(String::isBlank);
        return pieces;
    }
}
