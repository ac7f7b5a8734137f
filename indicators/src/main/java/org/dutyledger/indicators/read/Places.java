package org.dutyledger.indicators.read;

import java.util.IdentityHashMap;
import java.util.Map;

/** The place of each part of the model in the file, for the checker's messages. */
public final class Places {
    private final Map<Object, Fields> fields = new IdentityHashMap<>();

    <T> T put(Fields place, T part) {
        fields.put(part, place);
        return part;
    }

    /** The line where a part begins. */
    public int line(Object part) {
        Fields place = fields.get(part);
        return place == null ? 1 : place.line();
    }

    /** The line of one key of a part; the part's own line when the key is absent. */
    public int line(Object part, String key) {
        Fields place = fields.get(part);
        return place == null ? 1 : place.line(key);
    }
}
