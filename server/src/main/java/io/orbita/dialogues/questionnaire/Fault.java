package io.orbita.dialogues.questionnaire;

/**
 * What is wrong with a definition.
 *
 * @param field path in the request, for instance {@code questions[3].options[1].label}
 * @param code stable, for programs
 * @param message one Russian sentence for the owner
 */
public record Fault(String field, String code, String message) {}
