package org.dutyledger.submission.audit.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dutyledger.submission.audit.fold.Recorded.START;
import static org.dutyledger.submission.audit.fold.Recorded.corrected;
import static org.dutyledger.submission.audit.fold.Recorded.submitted;

import java.time.DateTimeException;
import java.time.Instant;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.submission.audit.fold.EvidenceState.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private final Recorded stream = new Recorded();

    @Test
    void aPosition_countsItself() {
        stream.add(submitted("1", "")).add(corrected("2", "")).add(corrected("3", ""));
        assertThat(new Moment.AtPosition(0).known(stream.events)).hasSize(1);
        assertThat(new Moment.AtPosition(9).known(stream.events)).hasSize(1);
        assertThat(new Moment.AtPosition(10).known(stream.events)).hasSize(2);
        assertThat(new Moment.Latest().known(stream.events)).hasSize(3);
    }

    @Test
    void anInstant_countsItself() {
        stream.add(submitted("1", "")).add(corrected("2", ""));
        assertThat(by(START.minusMillis(1))).isZero();
        assertThat(by(START)).isEqualTo(1);
        assertThat(by(START.plusSeconds(60))).isEqualTo(2);
    }

    @Test
    void aClockThatWentBack_neverTearsAnEventFromWhatItRestsOn() {
        stream.add(submitted("1", ""), START.plusSeconds(2)).add(corrected("2", ""), START.plusSeconds(1));
        assertThat(by(START.plusSeconds(1))).isEqualTo(2);
        assertThat(by(START)).isZero();
    }

    @Test
    void theIndicatorItself_opensAndLocks() {
        assertThat(stream.state().phase()).isEqualTo(Phase.ABSENT);
        assertThat(stream.state().last()).isNull();
        stream.add(new EvidenceEvent.IndicatorOpened("c", "1"));
        assertThat(stream.state().phase()).isEqualTo(Phase.OPEN);
        stream.add(new EvidenceEvent.IndicatorLocked("c", "1"));
        assertThat(stream.state().phase()).isEqualTo(Phase.LOCKED);
        Difference lock = Difference.between(stream.events.subList(0, 1), stream.events);
        assertThat(lock.items()).isEmpty();
        assertThat(lock.others()).hasSize(1);
        assertThat(lock.before()).isEqualTo(Phase.OPEN);
        assertThat(lock.after()).isEqualTo(Phase.LOCKED);
    }

    @Test
    void text_isAPositionOrAnInstant() {
        assertThat(Moment.parse("42")).isEqualTo(new Moment.AtPosition(42));
        Moment eight = new Moment.RecordedBy(START);
        assertThat(Moment.parse("2022-03-01T08:00:00Z")).isEqualTo(eight);
        assertThat(Moment.parse("2022-03-01T16:00+08:00")).isEqualTo(eight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "yesterday", "2022-03-01", "9999999999999999999", "2022-02-30T08:00:00Z"})
    void otherText_isRefused(String text) {
        assertThatThrownBy(() -> Moment.parse(text)).isInstanceOf(DateTimeException.class);
    }

    private int by(Instant instant) {
        return new Moment.RecordedBy(instant).known(stream.events).size();
    }
}
