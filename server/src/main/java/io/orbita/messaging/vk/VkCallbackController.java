package io.orbita.messaging.vk;

import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Open;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where VK pushes the events of a community. */
@RestController
@Open
@Tag(name = "messaging")
class VkCallbackController {
    static final String PATH = "/api/vk/callback/";

    private final Businesses businesses;
    private final VkGroups groups;
    private final VkIntake intake;

    VkCallbackController(Businesses businesses, VkGroups groups, VkIntake intake) {
        this.businesses = businesses;
        this.groups = groups;
        this.intake = intake;
    }

    @PostMapping(path = PATH + "{business}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "An event pushed by VK, proven by its secret",
            description = "Answers `ok`, or the confirmation string of the community to `confirmation`.")
    ResponseEntity<String> event(@PathVariable String business, @RequestBody JsonNode event) {
        Business owner = businesses.named(business);
        var group = event.path("group_id").isIntegralNumber()
                ? Long.toString(event.path("group_id").longValue())
                : "";
        return Tenancy.in(owner.id(), () -> answer(owner, group, event));
    }

    private ResponseEntity<String> answer(Business owner, String group, JsonNode event) {
        if (event.path("type").stringValue("").equals("confirmation")) {
            return said(groups.of(owner.id())
                    .filter(it -> it.id().equals(group) && !it.confirmation().isEmpty())
                    .map(VkGroups.Group::confirmation)
                    .orElseThrow(VkCallbackController::unknown));
        }
        if (!groups.genuine(owner.id(), group, event.path("secret").stringValue(""))) {
            throw unknown();
        }
        intake.take(owner.id(), group, event);
        return said("ok");
    }

    private static ResponseEntity<String> said(String word) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(word);
    }

    private static NotFound unknown() {
        return new NotFound("Такого адреса нет.", "There is no such address.");
    }
}
