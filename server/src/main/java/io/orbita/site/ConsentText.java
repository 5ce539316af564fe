package io.orbita.site;

/** What a visitor agrees to under a form; a change of the text is a new version. */
final class ConsentText {
    static final String VERSION = "site-processing-2026-11";
    static final String TEXT =
            "Я согласен на обработку моих персональных данных (имя, телефон, адрес электронной почты и текст обращения), чтобы со мной связались по моей заявке. "
                    + "Согласие можно отозвать в любой момент.";

    private ConsentText() {}
}
