package io.orbita.businesses;

import io.orbita.businesses.spi.Integration.Finding;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.text.Plural;
import org.springframework.stereotype.Component;

/** The set-up list: somebody besides the owner. Many work alone, so it may be left. */
@Component
class TeamStep implements SetUpStep {
    private final Staff staff;
    private final Invitations invitations;

    TeamStep(Staff staff, Invitations invitations) {
        this.staff = staff;
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return "team";
    }

    @Override
    public int place() {
        return 6;
    }

    @Override
    public boolean optional() {
        return true;
    }

    @Override
    public boolean done(BusinessId business) {
        return staff.all(business).size() > 1;
    }

    @Override
    public Finding check(BusinessId business) {
        int people = staff.all(business).size();
        if (people > 1) {
            return new Finding(
                    true, "В команде %d %s.".formatted(people, Plural.of(people, "человек", "человека", "человек")));
        }
        boolean waits =
                invitations.all(business).stream().anyMatch(one -> one.state().equals("open"));
        return new Finding(
                false,
                waits
                        ? "Приглашение отправлено, его ещё не приняли."
                        : "Пока здесь только вы. Пригласите тренера или менеджера, если работаете не один.");
    }
}
