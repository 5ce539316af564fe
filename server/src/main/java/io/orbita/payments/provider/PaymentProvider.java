package io.orbita.payments.provider;

import java.time.Duration;

/**
 * One business's account at a provider. Never called inside a transaction. Every method returns within the time limits
 * of {@link ProviderHttp} and throws nothing for what the other side does: what is not certain is «unknown».
 */
public interface PaymentProvider {

    ProviderKind kind();

    /** How long a client has to pay by a link of this provider. */
    Duration linkLifetime();

    /**
     * Asks for a link. Repeating it for the same {@link Charge#orderId()} is safe and never makes two payments that a
     * client could both pay; the caller counts {@link Charge#attempt()} up before each call.
     */
    Creation create(Charge charge);

    /** What the provider says about a payment now. */
    Sight look(Subject subject);

    /** Gives money back. Repeating it with the same {@link Refund#id()} is safe. */
    RefundOutcome refund(Refund refund);

    /** How a refund stands that was pending or unknown. */
    RefundOutcome lookAt(Refund refund);

    /** Reads a notification and says what it proves. Calls nobody. */
    Notice read(Notification notification);
}
