package io.orbita.payments.provider.tbank;

/**
 * The name of an order there. It must be new for each attempt, since an attempt whose answer was lost may exist; ours
 * stays readable in it: {@code 1-abc}, then {@code 1-abc.2}.
 */
final class TBankOrder {

    private TBankOrder() {}

    static String of(String orderId, int attempt) {
        return attempt <= 1 ? orderId : orderId + "." + attempt;
    }

    static String ours(String theirs) {
        var dot = theirs.indexOf('.');
        return dot < 0 ? theirs : theirs.substring(0, dot);
    }
}
