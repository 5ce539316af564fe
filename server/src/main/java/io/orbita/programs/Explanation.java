package io.orbita.programs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why this template, for the trainer's card; never for the client.
 *
 * @param profile the template's id in its sheet
 * @param reasons in Russian, in the order of their weight
 * @param dosage what was changed in the dose, and why; empty when the template is given as it stands
 * @param whyReserve why the library of the distribution stood in for the owner's sheet; null when it did not
 */
record Explanation(
        String profile,
        List<String> reasons,
        List<String> dosage,
        @Nullable String whyReserve) {}
