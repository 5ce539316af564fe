/** Messages of a community of VK: events by Callback API or Long Poll, answers by {@code messages.send}. */
@NullMarked
package io.orbita.messaging.vk;

import org.jspecify.annotations.NullMarked;
