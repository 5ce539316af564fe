package io.orbita.site.website;

import io.orbita.businesses.spi.Integration.Finding;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The set-up list: what no site of ours may be without, and nobody but the owner knows. */
@Component
class SiteStep implements SetUpStep {
    private final Websites websites;

    SiteStep(Websites websites) {
        this.websites = websites;
    }

    @Override
    public String name() {
        return "site";
    }

    @Override
    public int place() {
        return 7;
    }

    @Override
    public boolean optional() {
        return false;
    }

    @Override
    public boolean done(BusinessId business) {
        return missing(business).isEmpty();
    }

    @Override
    public Finding check(BusinessId business) {
        List<String> missing = missing(business);
        return missing.isEmpty()
                ? new Finding(true, "На сайте есть всё нужное.")
                : new Finding(false, "На сайте не хватает: " + String.join("; ", missing) + ".");
    }

    private List<String> missing(BusinessId business) {
        Website site = websites.of(business).website();
        var missing = new ArrayList<String>();
        if (site.contacts().phone().isBlank() && site.contacts().email().isBlank()) {
            missing.add("телефона или почты в разделе «Контакты»");
        }
        if (site.legal().operator().isBlank()) {
            missing.add("кто отвечает за персональные данные, в разделе «Документы»");
        }
        return missing;
    }
}
