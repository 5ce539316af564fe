package io.orbita.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.platform.web.Invalid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of clients as a body says them: in saved views, exports and bulk work. The same names as the parameters of the list.
 *
 * @param fields own fields by key, each equal to the text; case does not matter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedFilter(
        @Nullable @Size(min = 1, max = 200) String q,
        @Nullable @Positive Long stageId,
        @Nullable @Size(max = 50) String tag,
        @Nullable @Positive Long assignedTo,
        @Nullable @Size(max = 100) String source,
        @Nullable @Size(max = 40) String createdFrom,
        @Nullable @Size(max = 40) String createdTo,
        @Nullable @Size(max = 40) String lastContactBefore,
        @Nullable Boolean hasPaid,
        @Nullable Boolean archived,

        @Nullable @Size(max = 10) Map<@NotBlank @Size(max = 60) String, @NotNull @Size(max = 200) String> fields) {

    /** Nobody left out but those in the archive. */
    public static final AskedFilter ALL =
            new AskedFilter(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * The filter with days as moments of the zone.
     *
     * @throws Invalid naming the field that is no day or moment
     */
    public ClientFilter read(ZoneId zone) {
        return new ClientFilter(
                q,
                stageId,
                tag,
                assignedTo,
                source,
                Moment.from("created_from", createdFrom, zone),
                Moment.until("created_to", createdTo, zone),
                Moment.from("last_contact_before", lastContactBefore, zone),
                hasPaid,
                archived != null && archived,
                fields == null ? Map.of() : fields);
    }

    /** Own fields as a parameter of a link says them: {@code key:value}. */
    static Map<String, String> fields(@Nullable List<String> given) {
        var fields = new LinkedHashMap<String, String>();
        for (String pair : given == null ? List.<String>of() : given) {
            int colon = pair.indexOf(':');
            if (colon < 1 || fields.size() >= 10) {
                throw new Invalid("field", "format", "ключ:значение, не больше десяти");
            }
            fields.put(pair.substring(0, colon), pair.substring(colon + 1).toLowerCase(Locale.ROOT));
        }
        return fields;
    }
}
