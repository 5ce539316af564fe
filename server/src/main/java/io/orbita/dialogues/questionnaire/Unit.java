package io.orbita.dialogues.questionnaire;

/** What a number counts; decides how a typed number is read and how it is said again. */
public enum Unit {
    YEARS,
    CENTIMETRES,
    KILOGRAMS,
    DAYS,
    NONE
}
