package io.orbita.clients.spi;

/**
 * A file in an export of a person.
 *
 * @param name with its ending, unique within the room; slashes make folders
 */
public record PersonFile(String name, byte[] bytes) {}
