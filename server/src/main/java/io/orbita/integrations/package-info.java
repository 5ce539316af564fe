/**
 * What other systems are told: outgoing webhooks. A leaf, nobody calls it.
 *
 * <p>A delivery is written in the transaction of the fact and made by due work; the same event keeps its id and its bytes, however often it is sent, so that a receiver can tell a
 * repetition. Nothing is sent to a private address unless the operator allows it, the address that was checked is the one that is connected to, redirects are not followed and answers
 * are not read beyond their status. Bodies carry ids and facts; whoever needs a name or a phone asks the API with a key of their own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform::*",
            "businesses",
            "clients",
            "clients::spi",
            "messaging",
            "payments",
            "programs",
            "pipeline"
        })
package io.orbita.integrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
