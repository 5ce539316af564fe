package io.orbita.clients.spi;

import io.orbita.clients.ClientId;
import java.util.Set;

/**
 * What names a person who is being forgotten in texts that are not their own: chats of staff, notices about others. All in lower case.
 *
 * @param names whole names of three letters and more; others may bear them too
 * @param words of the names, of four letters and more
 * @param addresses e-mails and nicks
 * @param digits the last ten digits of phones, and ids of chats
 * @param others clients whose texts may name this one: those thought to be the same person, and staff who talk with the bot
 */
public record Mentions(
        Set<String> names, Set<String> words, Set<String> addresses, Set<String> digits, Set<ClientId> others) {}
