package io.orbita.pipeline;

/** A stage as it is stored. */
record StageRow(long id, String name, String role, String description, String colour, int rank, boolean removed) {}
