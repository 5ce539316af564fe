package io.orbita.dialogues;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the FAQ as the owner writes it.
 *
 * @param category absent: «general», or as it was
 * @param question stands on a button, cut to 60 characters there
 * @param position absent: the last, or as it was
 * @param active absent: shown, or as it was
 */
record FaqDraft(
        @Nullable @Size(min = 1, max = 40) String category,

        @NotBlank @Size(max = 200) String question,

        @NotBlank @Size(max = 3000) String answer,

        @Nullable @Min(0) @Max(1_000_000) Integer position,

        @Nullable Boolean active) {

    FaqDraft at(int place) {
        return new FaqDraft(category, question, answer, place, active);
    }

    String categoryOr(String otherwise) {
        return category == null || category.isBlank() ? otherwise : category;
    }
}
