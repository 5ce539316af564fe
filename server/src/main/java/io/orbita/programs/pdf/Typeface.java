package io.orbita.programs.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.IntPredicate;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The bundled fonts, and which letters they have: a name may come with an emoji that no font of ours can draw. */
enum Typeface {
    TEXT("FiraSansCondensed_400Regular.ttf", "Fira Sans Condensed", 400),
    STRONG("FiraSansCondensed_600SemiBold.ttf", "Fira Sans Condensed", 600),
    HEADING("GolosText_700Bold.ttf", "Golos Text", 700);

    private final String file;
    private final String family;
    private final int weight;

    Typeface(String file, String family, int weight) {
        this.file = file;
        this.family = family;
        this.weight = weight;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    InputStream open() {
        InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file);
        if (in == null) {
            throw new IllegalStateException("no font " + file);
        }
        return in;
    }

    /** Tells for a code point whether every bundled font can draw it. */
    static IntPredicate drawable() {
        IntPredicate drawable = unused -> true;
        for (Typeface typeface : values()) {
            drawable = drawable.and(typeface.letters());
        }
        return drawable;
    }

    private IntPredicate letters() {
        try (InputStream in = open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            CmapLookup letters = font.getUnicodeCmapLookup();
            return letter -> letters.getGlyphId(letter) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
