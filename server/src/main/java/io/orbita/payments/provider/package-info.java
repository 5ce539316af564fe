/**
 * The port to those who move money, and nothing of ours: no database, no state. An adapter is opened for the account of
 * one business, asks over the network with hard time limits, and says «unknown» whenever it is not certain. Internal to
 * the room.
 */
@NullMarked
package io.orbita.payments.provider;

import org.jspecify.annotations.NullMarked;
