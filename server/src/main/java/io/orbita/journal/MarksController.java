package io.orbita.journal;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a client marked, for the trainer. */
@RestController
@Tag(name = "journal")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "progress")
class MarksController {
    private final Trainings trainings;

    MarksController(Trainings trainings) {
        this.trainings = trainings;
    }

    @GetMapping("/api/programs/{id}/marks")
    @Operation(summary = "The sets that the client marked in the cabinet, with weights, in the order of the plan")
    Page<Mark> list(Caller caller, @PathVariable @Positive long id) {
        return Page.whole(trainings.of(caller.business(), id));
    }
}
