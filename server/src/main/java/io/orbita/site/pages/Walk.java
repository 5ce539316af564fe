package io.orbita.site.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the start page offers.
 *
 * @param open whether the sandbox may be played with from here
 * @param login the login of the demo; null where it must not be told
 */
public record Walk(
        boolean open, String slug, String name, @Nullable String login, List<Other> others) {
    /** Another site to look at. */
    public record Other(String slug, String name) {}
}
