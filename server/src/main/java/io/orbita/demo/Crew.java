package io.orbita.demo;

import io.orbita.businesses.Role;
import io.orbita.businesses.Staff;
import io.orbita.businesses.StaffMember;
import io.orbita.clients.ActionDeeds;
import io.orbita.clients.Actions;
import io.orbita.clients.Author;
import io.orbita.clients.CardDeeds;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.clients.spi.StageNames;
import io.orbita.payments.PaymentState;
import io.orbita.payments.PaymentView;
import io.orbita.payments.Payments;
import io.orbita.pipeline.Moves;
import io.orbita.pipeline.Place;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The staff of the sample businesses at work; each verb is what somebody does at the panel. */
@Component
class Crew {
    private final Clients clients;
    private final Staff staff;
    private final Panel panel;
    private final TransactionTemplate transaction;

    Crew(Clients clients, Staff staff, Panel panel, TransactionTemplate transaction) {
        this.clients = clients;
        this.staff = staff;
        this.panel = panel;
        this.transaction = transaction;
    }

    /** The doors that staff work through. */
    @Component
    record Panel(
            CardDeeds cards, ActionDeeds tasks, Actions actions, Moves moves, StageNames stages, Payments payments) {}

    /** Somebody with that role; the administrator is made last, so that nobody else may be there. */
    Optional<StaffMember> somebody(BusinessId business, Role role) {
        return staff.all(business).stream()
                .filter(member -> member.role() == role)
                .findFirst();
    }

    /** Enters somebody who called or came by. */
    void enter(BusinessId business, Guest.Person person, String source) {
        transaction.executeWithoutResult(_ -> clients.arrive(
                business, person.phone(), new Newcomer(person.fullName(), null, source, Map.of()), "manual"));
    }

    /** Works on the card of a client; nothing when there is none. */
    void at(BusinessId business, Identity who, long by, Consumer<Card> work) {
        transaction.executeWithoutResult(_ ->
                clients.byIdentity(business, who).ifPresent(client -> work.accept(new Card(business, client, by))));
    }

    /** An open card. */
    final class Card {
        private final BusinessId business;
        private final ClientId client;
        private final long by;

        private Card(BusinessId business, ClientId client, long by) {
            this.business = business;
            this.client = client;
            this.by = by;
        }

        Card mine() {
            panel.cards().assign(business, client.value(), by, author());
            return this;
        }

        Card tag(String... tags) {
            for (String tag : tags) {
                panel.cards().tag(business, client.value(), tag, author());
            }
            return this;
        }

        /** @param type see {@link Actions#note} */
        Card note(String type, String text) {
            panel.actions().note(business, client, type, text, by);
            return this;
        }

        Card task(String text, Instant due) {
            panel.tasks().task(business, client.value(), text, due, by);
            panel.cards().next(business, client.value(), due);
            return this;
        }

        Card phone(Identity phone) {
            clients.addIdentity(business, client, phone, false);
            return this;
        }

        Card learn(Map<String, Object> facts) {
            clients.learn(business, client, facts);
            return this;
        }

        /** Moves to the first stage of that role. */
        Card stage(String role) {
            panel.stages().stages(business).values().stream()
                    .filter(stage -> stage.role().equals(role))
                    .findFirst()
                    .ifPresent(stage -> panel.moves().byHand(business, client, stage.id(), null, Place.ANYWHERE, by));
            return this;
        }

        /** Gives the money of the last payment back. */
        Card refund(String reason) {
            lastPayment()
                    .filter(payment -> payment.status() == PaymentState.COMPLETED)
                    .ifPresent(payment ->
                            panel.payments().refund(business, payment.id(), null, reason, by, author().who()));
            return this;
        }

        /** Gives the last order up. */
        Card cancelOrder() {
            lastPayment()
                    .filter(payment -> payment.status() == PaymentState.PENDING)
                    .ifPresent(payment -> panel.payments().cancel(business, payment.id(), by, author().who()));
            return this;
        }

        private Optional<PaymentView> lastPayment() {
            return panel.payments().of(business, client, 1, null).items().stream()
                    .findFirst();
        }

        private Author author() {
            return new Author("user-" + by, by);
        }
    }
}
