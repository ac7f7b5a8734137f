package org.dutyledger.submission.audit.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutyledger.submission.audit.fold.Recorded.accepted;
import static org.dutyledger.submission.audit.fold.Recorded.attached;
import static org.dutyledger.submission.audit.fold.Recorded.corrected;
import static org.dutyledger.submission.audit.fold.Recorded.narrative;
import static org.dutyledger.submission.audit.fold.Recorded.submitted;
import static org.dutyledger.submission.audit.fold.Recorded.withdrawn;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The second clock: what held on a day. */
class ItemHistoryTest {
    private final Recorded stream = new Recorded();

    @Test
    void aValue_holdsFromTheEndOfItsPeriodOn() {
        stream.add(submitted("1", ""));
        assertThat(heldOn("2021-12-30")).isNull();
        assertThat(heldOn("2021-12-31")).isEqualTo("1");
        assertThat(heldOn("2030-01-01")).isEqualTo("1");
    }

    @Test
    void aValueForALaterDay_leavesWhatHeldBefore() {
        stream.add(submitted("1", "2021-06-30")).add(corrected("2", "2021-09-30"));
        stream.add(corrected("3", "2021-12-31"));
        assertThat(heldOn("2021-06-29")).isNull();
        assertThat(heldOn("2021-07-01")).isEqualTo("1");
        assertThat(heldOn("2021-12-30")).isEqualTo("2");
        assertThat(heldOn("2021-12-31")).isEqualTo("3");
    }

    /** 2012-12-31 was a slip of the pen: nothing held in 2015. */
    @Test
    void aCorrectionOfTheDayAlone_leavesNothingOfTheWrongDay() {
        stream.add(submitted("1", "2012-12-31")).add(corrected("1.00", "2021-12-31"));
        assertThat(heldOn("2015-06-30")).isNull();
        assertThat(heldOn("2021-12-31")).isEqualTo("1.00");
        stream.add(corrected("2", "2022-03-31")).add(corrected("2", "2022-06-30"));
        assertThat(heldOn("2022-04-01")).isEqualTo("1.00");
        assertThat(heldOn("2022-06-30")).isEqualTo("2");
    }

    @Test
    void aCorrectionForAnEarlierDay_replacesAllFromThatDayOn() {
        stream.add(submitted("1", "2021-06-30")).add(corrected("2", "2021-12-31"));
        stream.add(corrected("3", "2021-09-30"));
        assertThat(heldOn("2021-07-01")).isEqualTo("1");
        assertThat(heldOn("2021-10-01")).isEqualTo("3");
        assertThat(heldOn("2022-01-01")).isEqualTo("3");
    }

    @Test
    void aCorrectionForTheSameDay_leavesNothingOfTheWrongValue() {
        stream.add(submitted("1", "2021-06-30")).add(corrected("2", "2021-06-30"));
        assertThat(heldOn("2021-06-30")).isEqualTo("2");
        assertThat(stream.budget().earlier()).isEmpty();
    }

    @Test
    void withdrawnValue_heldOnNoDay() {
        stream.add(submitted("1", "2021-06-30"))
                .add(corrected("2", "2021-12-31"))
                .add(withdrawn());
        assertThat(stream.budget().on(LocalDate.parse("2021-07-01")).view().status())
                .isEqualTo("withdrawn");
        stream.add(submitted("4", "2021-09-30"));
        assertThat(heldOn("2021-07-01")).isNull();
        assertThat(heldOn("2021-10-01")).isEqualTo("4");
    }

    @Test
    void aReview_isAboutTheLatestValue_andDoesNotSetIt() {
        stream.add(submitted("1", "2021-06-30")).add(corrected("2", "2021-12-31"));
        stream.add(accepted());
        ItemHistory standing = stream.budget();
        assertThat(standing.now().setBy().position()).isEqualTo(10);
        assertThat(standing.now().last().position()).isEqualTo(20);
        assertThat(standing.now().view().status()).isEqualTo("accepted");
        assertThat(standing.on(LocalDate.parse("2021-07-01")).view().status()).isEqualTo("submitted");
    }

    @Test
    void aFileAlone_isNoValue() {
        stream.add(attached());
        assertThat(stream.budget().now().day()).isNull();
        assertThat(stream.budget().now().view().status()).isEqualTo("absent");
        stream.add(submitted("1", ""));
        assertThat(heldOn("2021-01-01")).isNull();
        assertThat(stream.budget().now().view().files()).hasSize(1);
    }

    @Test
    void aNarrative_holdsOnEveryDay() {
        stream.add(narrative("旧")).add(narrative("新"));
        ItemHistory story = stream.state().items().get(new ItemKey("story", "czj"));
        assertThat(story.on(LocalDate.EPOCH).view().text()).isEqualTo("新");
    }

    private String heldOn(String day) {
        ItemHistory.Version version = stream.budget().on(LocalDate.parse(day));
        return version == null ? null : version.view().value();
    }
}
