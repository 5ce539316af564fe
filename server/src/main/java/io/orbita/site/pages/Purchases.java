package io.orbita.site.pages;

import io.orbita.businesses.Business;
import io.orbita.clients.BotLinks;
import io.orbita.clients.ClientId;
import io.orbita.dialogues.Dialogues;
import io.orbita.messaging.Messaging;
import io.orbita.payments.PaymentState;
import io.orbita.payments.PaymentView;
import io.orbita.payments.Payments;
import io.orbita.platform.web.NotFound;
import io.orbita.programs.ProgramState;
import io.orbita.programs.Programs;
import io.orbita.site.pages.PurchaseController.BotLink;
import io.orbita.site.pages.PurchaseController.Next;
import io.orbita.site.pages.PurchaseController.Stage;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a payment, for its payer. */
@Component
@Transactional
class Purchases {
    private static final String BOUGHT_ON_SITE = "site";

    private final Payments payments;
    private final Programs programs;
    private final Dialogues dialogues;
    private final BotLinks links;
    private final Messaging messaging;

    Purchases(Payments payments, Programs programs, Dialogues dialogues, BotLinks links, Messaging messaging) {
        this.payments = payments;
        this.programs = programs;
        this.dialogues = dialogues;
        this.links = links;
        this.messaging = messaging;
    }

    @Transactional(readOnly = true)
    public Next next(Business business, String publicId) {
        PaymentView payment = payment(business, publicId);
        Optional<Programs.Given> given = programs.ofPayment(business.id(), payment.id());
        return new Next(
                business.slug(),
                payment.tariff().title(),
                payment.status().wire(),
                stage(business, payment, given),
                payment.tariff().programmeWeeks(),
                given.map(Programs.Given::link).orElse(null));
    }

    /** Only a purchase on the site is brought along: what staff made belongs to a card that is known already. */
    public BotLink bot(Business business, String publicId) {
        PaymentView payment = payment(business, publicId);
        String payload = payment.source().equals(BOUGHT_ON_SITE)
                ? links.issue(business.id(), new ClientId(payment.clientId()))
                : "src_site";
        return new BotLink(messaging.botLink(business.id(), payload).orElse(null));
    }

    private Stage stage(Business business, PaymentView payment, Optional<Programs.Given> given) {
        if (payment.tariff().programmeWeeks() == 0) {
            return Stage.NONE;
        }
        if (payment.status() != PaymentState.COMPLETED && payment.status() != PaymentState.PARTIALLY_REFUNDED) {
            return Stage.UNPAID;
        }
        if (given.map(Programs.Given::link).isPresent()) {
            return Stage.READY;
        }
        boolean owed = given.map(Programs.Given::state).orElse(ProgramState.OWED) == ProgramState.OWED;
        return owed && !dialogues.answered(business.id(), new ClientId(payment.clientId()))
                ? Stage.QUESTIONNAIRE
                : Stage.MAKING;
    }

    private PaymentView payment(Business business, String publicId) {
        return payments.find(business.id(), publicId)
                .orElseThrow(() -> new NotFound("Платёж не найден.", "There is no such payment."));
    }
}
