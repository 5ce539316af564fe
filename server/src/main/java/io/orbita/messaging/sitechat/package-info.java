/** The chat on the site as a channel: the page writes and reads by itself. */
@NullMarked
package io.orbita.messaging.sitechat;

import org.jspecify.annotations.NullMarked;
