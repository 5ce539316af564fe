/** The port that every channel stands behind: what is sent, and what may become of it. */
@NullMarked
package io.orbita.messaging.channel;

import org.jspecify.annotations.NullMarked;
