package io.orbita.businesses;

import io.orbita.businesses.spi.Integration;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a new business still lacks, in the order in which an owner does it. */
@RestController
@RequestMapping("/api/setup")
@Allowed(scope = "integrations")
@Tag(name = "integrations")
class SetUpController {
    /** A step; {@code optional}: the business works without it too. */
    record StepView(String step, boolean optional, boolean done) {}

    private final List<SetUpStep> steps;

    SetUpController(ObjectProvider<SetUpStep> steps) {
        this.steps =
                steps.stream().sorted(Comparator.comparingInt(SetUpStep::place)).toList();
    }

    @GetMapping
    @Operation(summary = "What has to be set up before work begins, and what of it is done")
    Page<StepView> list(Caller caller) {
        return Page.whole(steps.stream()
                .map(step -> new StepView(step.name(), step.optional(), step.done(caller.business())))
                .toList());
    }

    @PostMapping("/{step}/check")
    @Operation(summary = "Try a step: what works, or what is wrong and what to do")
    Integration.Finding check(Caller caller, @PathVariable String step) {
        return steps.stream()
                .filter(one -> one.name().equals(step))
                .findFirst()
                .orElseThrow(() -> new NotFound("Такого шага нет.", "There is no such step."))
                .check(caller.business());
    }
}
