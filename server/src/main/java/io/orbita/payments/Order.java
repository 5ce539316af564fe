package io.orbita.payments;

import io.orbita.clients.ClientId;
import io.orbita.messaging.ConversationId;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.money.Money;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is for; never changes.
 *
 * @param conversation where it was asked for; absent: not in a chat
 * @param title what was bought, as it was called then
 * @param test whether toy money counts for it
 * @param source {@code site}, {@code bot} or {@code staff}
 * @param amount to pay: {@code price - discount}
 */
record Order(
        String publicId,
        ClientId client,
        @Nullable ConversationId conversation,
        long tariffId,
        String title,
        int programmeWeeks,
        ProviderKind provider,
        boolean test,
        String source,
        Money price,
        Money discount,
        Money amount,
        @Nullable String promoCode,
        URI returnUrl,
        Instant createdAt) {}
