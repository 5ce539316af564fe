package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Forgetting a person for good, by the administrator. */
@RestController
@Tag(name = "clients")
@Transactional
class EraseController {
    /** @param confirm the name as the card shows it, typed; «стереть» when there is none */
    record EraseRequest(@NotBlank @Size(max = 200) String confirm) {}

    /** @param state {@code erasing}, or {@code erased} when it was done before */
    record ErasureState(String state) {}

    private static final String NAMELESS = "стереть";

    private final ClientRows rows;
    private final Erasures erasures;
    private final Audit audit;

    EraseController(ClientRows rows, Erasures erasures, Audit audit) {
        this.rows = rows;
        this.erasures = erasures;
        this.audit = audit;
    }

    @PostMapping("/api/clients/{id}/erase")
    @Allowed(scope = "clients_erase")
    @Operation(summary = "Forget a person for good; payments stay without them, as the law requires")
    public ResponseEntity<ErasureState> erase(
            Caller caller, @PathVariable @Positive long id, @Valid @RequestBody EraseRequest request) {
        BusinessId business = caller.business();
        long standing = rows.standing(business, id).orElseThrow(ClientRows::unknown);
        if (erasures.erased(business, new ClientId(standing))) {
            return ResponseEntity.ok(new ErasureState("erased"));
        }
        String name = rows.name(business, standing).strip();
        if (!request.confirm().strip().equals(name.isEmpty() ? NAMELESS : name)) {
            throw new Invalid(
                    "confirm", "mismatch", name.isEmpty() ? "Слово «стереть»" : "Имя клиента, как на карточке");
        }
        if (erasures.begin(business, new ClientId(standing))) {
            audit.record(business, caller.key(), "clients.erase", String.valueOf(standing), Map.of());
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(new ErasureState("erasing"));
    }
}
