/** Long trials on a real server process: it is killed, flooded or confused, and has to lose and double nothing. */
@NullMarked
package io.orbita.battery;

import org.jspecify.annotations.NullMarked;
