package io.orbita.clients.fields;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clients/fields")
@Tag(name = "clients")
@Transactional
class FieldsController {
    private static final String TYPES = "text|number|date|choice|flag";
    private static final int MOST = 100;

    record NewField(
            @Nullable @Pattern(regexp = "[a-z][a-z0-9_]{0,59}", message = "Латинские буквы, цифры и _") String key,

            @NotBlank @Size(max = 100) String title,

            @NotBlank @Pattern(regexp = TYPES, message = TYPES) String type,

            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> choices) {}

    record FieldEdit(
            @NotBlank @Size(max = 100) String title,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> choices,
            @Nullable @Min(1) @Max(1000) Integer position,
            @Nullable Boolean archived) {}

    private final CustomFields fields;
    private final Audit audit;

    FieldsController(CustomFields fields, Audit audit) {
        this.fields = fields;
        this.audit = audit;
    }

    @GetMapping
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "clients")
    @Operation(summary = "The own fields of the card, in the owner's order")
    public Page<CustomField> all(Caller caller) {
        return Page.whole(fields.all(caller.business()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(scope = "clients")
    @Operation(summary = "Add an own field to the card; without a key one is made of the title")
    public CustomField add(Caller caller, @Valid @RequestBody NewField wanted) {
        List<CustomField> present = fields.all(caller.business());
        if (present.size() >= MOST) {
            throw new Invalid("title", "limit", "Не больше " + MOST + " полей");
        }
        var type = CustomField.Type.of(wanted.type());
        String key = wanted.key() == null ? FieldKeys.of(wanted.title()) : wanted.key();
        var field = new CustomField(
                key, wanted.title().strip(), type, choices(type, wanted.choices()), present.size() + 1, false);
        if (!fields.insert(caller.business(), field)) {
            throw new Invalid("key", "duplicate", "Такое поле уже есть");
        }
        audit.record(caller.business(), caller.key(), "clients.field-added", key, Map.of("type", wanted.type()));
        return field;
    }

    @PutMapping("/{key}")
    @Allowed(scope = "clients")
    @Operation(summary = "Rename, reorder or archive an own field; values stay")
    public CustomField change(
            Caller caller, @PathVariable @Size(max = 60) String key, @Valid @RequestBody FieldEdit edit) {
        CustomField before = fields.find(caller.business(), key)
                .orElseThrow(() -> new NotFound("Такого поля нет.", "There is no such field."));
        var field = new CustomField(
                key,
                edit.title().strip(),
                before.type(),
                edit.choices() == null ? before.choices() : choices(before.type(), edit.choices()),
                edit.position() == null ? before.position() : edit.position(),
                edit.archived() == null ? before.archived() : edit.archived());
        fields.update(caller.business(), field);
        audit.record(
                caller.business(), caller.key(), "clients.field-changed", key, Map.of("archived", field.archived()));
        return field;
    }

    private static List<String> choices(CustomField.Type type, @Nullable List<String> given) {
        List<String> choices = given == null
                ? List.of()
                : given.stream().map(String::strip).distinct().toList();
        if ((type == CustomField.Type.CHOICE) == choices.isEmpty()) {
            throw new Invalid("choices", "required", "Варианты нужны полю-выбору, и только ему");
        }
        if (choices.stream()
                        .map(choice -> choice.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                < choices.size()) {
            throw new Invalid("choices", "duplicate", "Варианты не повторяются");
        }
        return choices;
    }
}
