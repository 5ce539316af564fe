package io.orbita.clients;

import java.util.List;

/** How a client can be reached: names and addresses in the clear, never to be logged. */
public record Contacts(String name, List<String> phones, List<String> emails) {}
