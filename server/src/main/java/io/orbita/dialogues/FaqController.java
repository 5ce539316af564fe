package io.orbita.dialogues;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/faq")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "faq")
@Tag(name = "dialogues")
class FaqController {
    private final Faq faq;

    FaqController(Faq faq) {
        this.faq = faq;
    }

    @GetMapping
    @Operation(summary = "All questions and answers, in the order shown")
    Page<Faq.Entry> list(Caller caller) {
        return Page.whole(faq.all(caller.business()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One question with its answer")
    Faq.Entry get(Caller caller, @PathVariable @Positive long id) {
        return faq.get(caller.business(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a question")
    Faq.Entry add(Caller caller, @Valid @RequestBody FaqDraft draft) {
        return faq.add(caller.business(), draft);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a question")
    Faq.Entry change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody FaqDraft draft) {
        return faq.change(caller.business(), id, draft);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a question")
    void remove(Caller caller, @PathVariable @Positive long id) {
        faq.remove(caller.business(), id);
    }
}
