package io.orbita.programs;

import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.programs.Workshop.Order;
import io.orbita.programs.Workshop.Product;
import io.orbita.programs.Workshop.Shelf;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Template;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a client's programme of a template that the trainer names; the hard rules of the choice still hold. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Retraining {
    private final Clients clients;
    private final Shelves shelves;
    private final Workshop workshop;

    Retraining(Clients clients, Shelves shelves, Workshop workshop) {
        this.clients = clients;
        this.shelves = shelves;
        this.workshop = workshop;
    }

    public Product of(BusinessId business, ProgramRow program, String profile) {
        Shelf shelf = shelves.of(business, null);
        Template template = shelf.templates().stream()
                .filter(found -> found.profile().equals(profile))
                .findFirst()
                .orElseThrow(() -> new Invalid("profile", "unknown", "Такого шаблона нет"));
        Trainee trainee = Trainees.of(clients.profile(business, program.client()));
        String name = clients.contacts(business, program.client()).name();
        var order = new Order(
                business, trainee, name, program.weeks(), program.client().value());
        return workshop.makeOf(order, template, shelves.hasOwn(business, template.gender()) ? "sheet" : "library");
    }
}
