package io.orbita.marketing;

import io.orbita.businesses.Businesses;
import io.orbita.clients.Addressees;
import io.orbita.clients.spi.StageNames;
import io.orbita.dialogues.Dialogues;
import io.orbita.messaging.Messaging;
import io.orbita.payments.Payments;
import org.springframework.stereotype.Component;

/** The rooms that know what this one asks of a client. */
@Component
record Others(
        Businesses businesses,
        Addressees addressees,
        Messaging messaging,
        Dialogues dialogues,
        Payments payments,
        StageNames stages) {}
