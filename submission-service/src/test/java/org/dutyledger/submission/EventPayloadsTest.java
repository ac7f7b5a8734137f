package org.dutyledger.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.EvidenceEvent.Basis;
import org.dutyledger.events.EvidenceEvent.FigureSubmitted;
import org.dutyledger.events.UnknownEventTypeException;
import org.junit.jupiter.api.Test;

class EventPayloadsTest {
    private static final FigureSubmitted EVENT = new FigureSubmitted(
            "c", "1", "budget", "czj", "s", new BigDecimal("18.70"), "亿元", "2021", Basis.REPORTED, null, null);
    private final EventPayloads payloads = new EventPayloads();

    @Test
    void anEvent_isStoredUnderItsChosenNameInCanonicalBytes() {
        SerializedObject<byte[]> stored = payloads.serialize(EVENT, byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("figure.submitted.v1");
        assertThat(stored.getType().getRevision()).isNull();
        assertThat(stored.getData()).isEqualTo(CanonicalJson.bytes(EVENT));
    }

    @Test
    void anEvent_isReadBackWithEveryZero() {
        FigureSubmitted back = payloads.deserialize(payloads.serialize(EVENT, byte[].class));
        assertThat(back).isEqualTo(EVENT);
        FigureSubmitted fromText = payloads.deserialize(payloads.serialize(EVENT, String.class));
        assertThat(fromText).isEqualTo(EVENT);
    }

    @Test
    void notAnEvent_isNotStored() {
        assertThatThrownBy(() -> payloads.serialize("text", byte[].class))
                .isInstanceOf(UnknownEventTypeException.class);
        assertThatThrownBy(() -> payloads.serialize(null, byte[].class)).isInstanceOf(SerializationException.class);
    }

    @Test
    void aNameOfANewerVersion_isUnknownAndNotGuessed() {
        assertThat(payloads.classForType(new SimpleSerializedType("figure.submitted.v9", null)))
                .isEqualTo(UnknownSerializedType.class);
        assertThat(payloads.classForType(new SimpleSerializedType("figure.submitted.v1", null)))
                .isEqualTo(FigureSubmitted.class);
    }
}
