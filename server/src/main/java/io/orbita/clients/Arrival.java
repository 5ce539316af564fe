package io.orbita.clients;

/** Who came, and whether for the first time. */
public record Arrival(ClientId client, boolean created) {}
