package org.dutyledger.submission;

import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.dutyledger.events.CanonicalJson;
import org.dutyledger.events.EventTypes;
import org.dutyledger.events.UnknownEventTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of the suite's events: stored under the names of {@link EventTypes}, in the bytes of {@link
 * CanonicalJson}.
 */
final class EventPayloads implements Serializer {
    private final Converter converter = new ChainingConverter();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object event, Class<T> representation) {
        if (event == null) {
            throw new SerializationException("an event is never null");
        }
        byte[] bytes = CanonicalJson.bytes(event);
        T data = converter.convert(bytes, representation);
        return new SimpleSerializedObject<>(data, representation, typeForClass(event.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> stored) {
        byte[] bytes = stored.getData() instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : converter.convert(stored.getData(), byte[].class);
        return (T) CanonicalJson.read(bytes, EventTypes.classOf(stored.getType().getName()));
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        try {
            return EventTypes.classOf(type.getName());
        } catch (UnknownEventTypeException e) {
            return UnknownSerializedType.class;
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            throw new SerializationException("an event is never null");
        }
        return new SimpleSerializedType(EventTypes.nameOf(type), null);
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
