package io.orbita.dialogues;

import io.orbita.businesses.spi.Integration.Finding;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.dialogues.talk.Known;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** The set-up list: what the bot answers when somebody asks how to reach the business. */
@Component
class TextsStep implements SetUpStep {
    private final FrontDesk frontDesk;
    private final Faq faq;

    TextsStep(FrontDesk frontDesk, Faq faq) {
        this.frontDesk = frontDesk;
        this.faq = faq;
    }

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public int place() {
        return 4;
    }

    @Override
    public boolean optional() {
        return false;
    }

    @Override
    public boolean done(BusinessId business) {
        return !frontDesk.contacts(business).equals(Known.Contacts.NONE);
    }

    @Override
    public Finding check(BusinessId business) {
        if (!done(business)) {
            return new Finding(
                    false, "Бот не знает ваших контактов. Впишите телефон, почту или адрес: их спрашивают чаще всего.");
        }
        return faq.active(business).isEmpty()
                ? new Finding(false, "Контакты есть, а ответов на частые вопросы нет: на всё будете отвечать сами.")
                : new Finding(true, "Бот знает ваши контакты и ответы на частые вопросы.");
    }
}
