package io.orbita.site.website;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The colour of a business and what follows from it: the text on it, and its soft and dark relatives in OKLCH, so that any hue gives a page that can be read.
 *
 * @param hex {@code #rrggbb} in lower case
 */
public record Accent(String hex) {
    /** WCAG 2.2, text of ordinary size. */
    static final double LEAST_CONTRAST = 4.5;

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    private static final String WHITE = "#ffffff";
    private static final String INK = "#17140f";

    /** Reads {@code #rrggbb}; empty for anything else. */
    public static Optional<Accent> of(String text) {
        String hex = text.strip().toLowerCase(Locale.ROOT);
        return HEX.matcher(hex).matches() ? Optional.of(new Accent(hex)) : Optional.empty();
    }

    /** White or nearly black, whichever is read better. */
    public String textOnIt() {
        return contrast(hex, WHITE) >= LEAST_CONTRAST || contrast(hex, WHITE) >= contrast(hex, INK) ? WHITE : INK;
    }

    /** The contrast of that text, 1–21. */
    double contrast() {
        return contrast(hex, textOnIt());
    }

    /** The colours of one theme, as CSS takes them. */
    public record Colours(
            String accent, String onAccent, String accentHover, String accentSoft, String accentText, String deep) {
        String css() {
            return "--accent:%s;--on-accent:%s;--accent-2:%s;--accent-soft:%s;--accent-text:%s;--deep:%s"
                    .formatted(accent, onAccent, accentHover, accentSoft, accentText, deep);
        }
    }

    /** On white paper. */
    public Colours light() {
        double[] lch = oklch();
        double chroma = lch[1];
        double hue = lch[2];
        return new Colours(
                hex,
                textOnIt(),
                colour(textOnIt().equals(WHITE) ? lch[0] - 0.05 : lch[0] + 0.04, chroma, hue),
                colour(0.955, Math.min(chroma, 0.021), hue),
                colour(Math.min(lch[0], 0.42), Math.min(chroma, 0.13), hue),
                colour(0.29, Math.min(chroma, 0.055), hue));
    }

    /** On dark paper: the same hue, lighter. */
    public Colours dark() {
        double[] lch = oklch();
        double chroma = lch[1];
        double hue = lch[2];
        return new Colours(
                colour(0.78, Math.min(chroma, 0.125), hue),
                colour(0.20, Math.min(chroma, 0.04), hue),
                colour(0.83, Math.min(chroma, 0.115), hue),
                colour(0.29, Math.min(chroma, 0.045), hue),
                colour(0.82, Math.min(chroma, 0.115), hue),
                colour(0.26, Math.min(chroma, 0.05), hue));
    }

    /** The custom properties of the page for both themes, as CSS. */
    public String css() {
        return ":root{" + light().css() + "}@media(prefers-color-scheme:dark){:root{" + dark().css() + "}}";
    }

    private static String colour(double lightness, double chroma, double hue) {
        return String.format(Locale.ROOT, "oklch(%.3f %.3f %.1f)", Math.clamp(lightness, 0, 1), chroma, hue);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Lightness 0–1, chroma, hue in degrees, by Björn Ottosson's matrices. */
    private double[] oklch() {
        double red = linear(hex, 1);
        double green = linear(hex, 3);
        double blue = linear(hex, 5);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        double hue = Math.toDegrees(Math.atan2(b, a));
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, Math.hypot(a, b), hue < 0 ? hue + 360 : hue
        };
    }
}
