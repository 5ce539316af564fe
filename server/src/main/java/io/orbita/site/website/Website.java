package io.orbita.site.website;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The site of a business as its owner has set it. All texts are plain: what looks like HTML is shown as it was typed. Links begin with {@code https://} or
 * {@code http://}.
 */
public record Website(
        @NotNull @Valid Look look,
        @NotNull @Valid Layout layout,
        @NotNull @Valid Offer offer,
        @NotNull @Valid Steps steps,
        @NotNull @Valid About about,
        @NotNull @Valid Results results,
        @NotNull @Valid Prices prices,
        @NotNull @Valid Questions questions,
        @NotNull @Valid Contacts contacts,
        @NotNull @Valid Search search,
        @NotNull @Valid Widget widget,
        @NotNull @Valid Legal legal) {

    /**
     * The one colour of the business.
     *
     * @param accent {@code #rrggbb}; text on it, white or nearly black, must have a contrast of 4.5
     */
    public record Look(@NotBlank @Size(max = 7) String accent) {}

    /** Which blocks are shown below the offer, and in which order; one that is left out is not shown. */
    public record Layout(@NotNull @Size(max = 7) List<@NotNull Block> blocks) {}

    /** A block of the page. */
    public enum Block {
        STEPS,
        ABOUT,
        RESULTS,
        PRICES,
        QUESTIONS,
        CONTACTS,
        FORM;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A short figure and what it says: «12 недель», «в полной программе». */
    public record Fact(
            @NotBlank @Size(max = 40) String value,
            @NotBlank @Size(max = 60) String label) {}

    /**
     * The first screen.
     *
     * @param title the promise, in one line or two
     * @param button what leads into the bot
     */
    public record Offer(
            @NotBlank @Size(max = 90) String title,
            @NotBlank @Size(max = 400) String lead,
            @NotBlank @Size(max = 40) String button,
            @NotNull @Size(max = 3) List<@NotNull @Valid Fact> facts) {}

    /** A heading with a text. */
    public record Point(
            @NotBlank @Size(max = 80) String title,
            @NotBlank @Size(max = 400) String text) {}

    /** How it works. */
    public record Steps(
            @NotBlank @Size(max = 90) String title,
            @NotNull @Size(max = 6) List<@NotNull @Valid Point> items) {}

    /**
     * Who the trainer is.
     *
     * @param text paragraphs, apart by an empty line
     * @param picture link to a photo; null for none
     */
    public record About(
            @NotBlank @Size(max = 90) String title,
            @NotNull @Size(max = 3000) String text,
            @NotNull @Size(max = 6) List<@NotBlank @Size(max = 120) String> points,
            @Nullable @Size(max = 500) String picture) {}

    /** What a client says; {@code note} is a line under the name, such as «−6 кг за 12 недель». */
    public record Review(
            @NotBlank @Size(max = 80) String name,
            @NotNull @Size(max = 80) String note,
            @NotBlank @Size(max = 600) String text) {}

    /** What clients have reached; shown only when there is something. */
    public record Results(
            @NotBlank @Size(max = 90) String title,
            @NotNull @Size(max = 9) List<@NotNull @Valid Review> items) {}

    /**
     * The tariffs, which come from the catalogue.
     *
     * @param highlighted the tariff that stands out; null: the first one with a programme of 12 weeks
     */
    public record Prices(
            @NotBlank @Size(max = 90) String title,
            @NotNull @Size(max = 300) String lead,
            @Nullable @Positive Long highlighted) {}

    /** The frequent questions, which are those of the bot. */
    public record Questions(@NotBlank @Size(max = 90) String title) {}

    /** Where the business is found; a line that is empty is not shown. */
    public record Contacts(
            @NotBlank @Size(max = 90) String title,
            @NotNull @Size(max = 40) String phone,
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = 200) String address,
            @NotNull @Size(max = 120) String hours,
            @NotNull @Size(max = 6) List<@NotBlank @Size(max = 300) String> links) {}

    /**
     * What search engines and messengers show.
     *
     * @param picture link to the picture of a shared link, 1200 × 630; null for none
     * @param indexed whether search engines may show the site
     */
    public record Search(
            @NotBlank @Size(max = 70) String title,
            @NotBlank @Size(max = 200) String description,
            @Nullable @Size(max = 500) String picture,
            @NotNull Boolean indexed) {}

    /**
     * The chat on this site and on others.
     *
     * @param position {@code left} or {@code right}
     * @param origins sites that may carry the widget, as {@code https://example.ru}
     */
    public record Widget(
            @NotNull Boolean enabled,
            @NotNull @Size(max = 300) String greeting,
            @NotNull @Size(max = 4) List<@NotBlank @Size(max = 40) String> quickReplies,
            @NotNull @Size(max = 5) String position,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 200) String> origins) {}

    /**
     * Legal texts.
     *
     * @param privacyUrl the privacy policy of the business; null: the short one of the site
     * @param offerUrl the public offer; null for none
     * @param consent what a visitor agrees to under a form; a change of it is a new version
     * @param operator who answers for personal data: name, tax number, address
     */
    public record Legal(
            @Nullable @Size(max = 500) String privacyUrl,
            @Nullable @Size(max = 500) String offerUrl,
            @NotBlank @Size(max = 1000) String consent,
            @NotNull @Size(max = 400) String operator) {}
}
