/** What comes in: conversations, the store of what was said, and the answering of it in order. */
@NullMarked
package io.orbita.messaging.inbox;

import org.jspecify.annotations.NullMarked;
