package io.orbita.catalog;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Open;
import io.orbita.businesses.Role;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Allowed(scope = "tariffs")
@Tag(name = "catalog")
class TariffsController {
    private final Tariffs tariffs;
    private final Catalog catalog;
    private final Businesses businesses;

    TariffsController(Tariffs tariffs, Catalog catalog, Businesses businesses) {
        this.tariffs = tariffs;
        this.catalog = catalog;
        this.businesses = businesses;
    }

    @Open
    @GetMapping("/api/public/{business}/tariffs")
    @Operation(summary = "What is on sale, for everybody")
    Page<Tariff> onSale(@PathVariable @Size(max = 100) String business) {
        Business named = businesses.named(business);
        return Tenancy.in(named.id(), () -> Page.whole(catalog.onSale(named.id())));
    }

    @GetMapping("/api/tariffs")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER, Role.CASHIER},
            scope = "tariffs")
    @Operation(summary = "All tariffs, in the order shown")
    Page<Tariff> list(Caller caller) {
        return Page.whole(tariffs.all(caller.business()));
    }

    @GetMapping("/api/tariffs/{id}")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER, Role.CASHIER},
            scope = "tariffs")
    @Operation(summary = "One tariff")
    Tariff get(Caller caller, @PathVariable @Positive long id) {
        return tariffs.get(caller.business(), id);
    }

    @PostMapping("/api/tariffs")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a tariff")
    Tariff add(Caller caller, @Valid @RequestBody TariffDraft draft) {
        return tariffs.add(caller.business(), draft);
    }

    @PutMapping("/api/tariffs/{id}")
    @Operation(summary = "Replace a tariff; what was sold keeps its former words and price")
    Tariff change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody TariffDraft draft) {
        return tariffs.change(caller.business(), id, draft);
    }

    @DeleteMapping("/api/tariffs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a tariff that nobody bought")
    void remove(Caller caller, @PathVariable @Positive long id) {
        tariffs.remove(caller.business(), id);
    }
}
