/**
 * Telegram: the Bot API as a channel. The token of a bot is a part of every address that is called, so no address, no
 * exception of the HTTP client and no request ever reaches a log or a message.
 */
@NullMarked
package io.orbita.messaging.telegram;

import org.jspecify.annotations.NullMarked;
