package io.orbita.dialogues;

import io.orbita.businesses.BusinessCreated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a new business finds here: version 1 of the questionnaire and a FAQ to start from. */
@Component
class LayOut {
    private final Questionnaires questionnaires;
    private final Faq faq;

    LayOut(Questionnaires questionnaires, Faq faq) {
        this.questionnaires = questionnaires;
        this.faq = faq;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(BusinessCreated event) {
        questionnaires.layOut(event.business());
        faq.layOut(event.business());
    }
}
