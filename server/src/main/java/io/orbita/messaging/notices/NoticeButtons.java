package io.orbita.messaging.notices;

/** The data of the buttons under a notice; each is followed by an id. Nobody but staff presses them with effect. */
public final class NoticeButtons {
    static final String PREFIX = "note:";
    static final String TAKE = "note:take:";
    static final String ANSWER = "note:answer:";
    static final String BACK = "note:back:";
    static final String RETRY = "note:retry:";

    private NoticeButtons() {}
}
