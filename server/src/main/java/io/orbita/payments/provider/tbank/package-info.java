/**
 * T-Bank (formerly Tinkoff) internet acquiring, protocol v2. Everything is signed with the password of the terminal, an
 * error comes with HTTP 200, and asking for a payment twice makes two: what was asked before is looked up first.
 */
@NullMarked
package io.orbita.payments.provider.tbank;

import org.jspecify.annotations.NullMarked;
