package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.WeekOutcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: what others may ask of the journal, and the buttons that lead into it. */
@Component
@Transactional(readOnly = true)
public class Journal {
    /** Data of a button that asks how the week went; for other rooms' messages, such as the weekly reminder. */
    public static final String CHECKIN_BUTTON = JournalBot.data(JournalBot.CHECKIN);

    /** Data of a button that begins a measuring. */
    public static final String MEASURE_BUTTON = JournalBot.data(MeasuringTalk.WORD);

    private final Courses courses;
    private final Checkins checkins;
    private final NpsRows nps;

    Journal(Courses courses, Checkins checkins, NpsRows nps) {
        this.courses = courses;
        this.checkins = checkins;
        this.nps = nps;
    }

    /**
     * The week that a check-in given now is about: from its sixth day on, until the sixth day of the next.
     *
     * @param outcome what was said of it; null while nothing was
     */
    public record ReportedWeek(
            long program, int week, @Nullable WeekOutcome outcome) {
        public boolean answered() {
            return outcome != null;
        }
    }

    /** Which week the client would report now; empty without a paid programme under way, or in its very first days. */
    public Optional<ReportedWeek> week(BusinessId business, ClientId client) {
        return courses.underWay(business, client)
                .filter(stand -> stand.reported() > 0)
                .map(stand -> new ReportedWeek(
                        stand.program(),
                        stand.reported(),
                        checkins.ofWeek(business, stand.program(), stand.reported())
                                .map(CheckinRows.Checkin::outcome)
                                .orElse(null)));
    }

    /**
     * The score of the answers that were given in a time.
     *
     * @param from null for the very first
     * @param to exclusive; null for the last
     */
    public NpsScore nps(BusinessId business, @Nullable Instant from, @Nullable Instant to) {
        return nps.score(business, from, to, null);
    }
}
