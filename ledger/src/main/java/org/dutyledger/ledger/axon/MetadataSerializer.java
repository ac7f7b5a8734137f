package org.dutyledger.ledger.axon;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Leaves payloads to the application's serializer and takes metadata as they are: the envelope holds them as plain
 * strings, so that no serializer has a say in what is hashed of them.
 */
final class MetadataSerializer implements Serializer {
    private final Serializer payloads;

    MetadataSerializer(Serializer payloads) {
        this.payloads = payloads;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> @Nullable T deserialize(SerializedObject<S> serialized) {
        return serialized.getData() instanceof MetaData metadata ? (T) metadata : payloads.deserialize(serialized);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        return MetaData.class.getName().equals(type.getName()) ? MetaData.class : payloads.classForType(type);
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        return payloads.serialize(object, expectedRepresentation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return payloads.canSerializeTo(expectedRepresentation);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        return payloads.typeForClass(type);
    }

    @Override
    public Converter getConverter() {
        return payloads.getConverter();
    }
}
