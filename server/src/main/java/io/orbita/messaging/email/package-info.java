/** E-mail as a channel: one letter a message, over the SMTP account of the business. */
@NullMarked
package io.orbita.messaging.email;

import org.jspecify.annotations.NullMarked;
