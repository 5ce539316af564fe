package io.orbita.dialogues.talk;

/** What a step wants done, in this order: a reply to the client, or an effect in the house. */
public sealed interface Outcome permits Reply, Effect {}
