package io.orbita.pipeline;

/** What the automation hears, where it leads, and how the move is named. */
enum Happening {
    APPEARED(StageRole.FIRST_CONTACT, "bot", false),
    RETURNED(StageRole.FIRST_CONTACT, "bot", true),
    FREE_PROGRAM(StageRole.CONSULTATION, "program", true),
    FREE_PROGRAM_UNDELIVERABLE(StageRole.CONSULTATION, "undeliverable", false),
    PAYMENT_CREATED(StageRole.DECIDING, "payment_created", true),
    PAYMENT_COMPLETED(StageRole.PURCHASED, "payment", true),
    PAID_PROGRAM(StageRole.ACTIVE, "program", false),
    WEEKS_OVER(StageRole.FINISHED, "finished", false);

    private final StageRole leadsTo;
    private final String cause;
    private final boolean byClient;

    Happening(StageRole leadsTo, String cause, boolean byClient) {
        this.leadsTo = leadsTo;
        this.cause = cause;
        this.byClient = byClient;
    }

    StageRole leadsTo() {
        return leadsTo;
    }

    String cause() {
        return cause;
    }

    /** Whether the client did it by themselves: that is what brings an inactive one back. */
    boolean byClient() {
        return byClient;
    }
}
