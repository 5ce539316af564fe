/** The sandbox: a chat page and a mailbox that stand behind the same port as the real providers. */
@NullMarked
@NamedInterface("sandbox")
package io.orbita.messaging.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
