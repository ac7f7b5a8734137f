package org.dutyledger.kit.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.bson.Document;
import org.dutyledger.kit.projection.Rebuild.Difference;
import org.jspecify.annotations.Nullable;

/** Compares two collections document by document, in the order of their ids and in constant memory. */
final class CollectionComparison {
    /** How many differences are listed; all are counted. */
    static final int LISTED = 100;

    private final List<Difference> differences = new ArrayList<>();
    private long documents;
    private long differing;

    /** Adds what differs between two collections, whose ids are of one type. */
    void add(String name, MongoCollection<Document> old, MongoCollection<Document> built) {
        try (MongoCursor<Document> before = inOrder(old);
                MongoCursor<Document> after = inOrder(built)) {
            Document a = next(before);
            Document b = next(after);
            while (a != null || b != null) {
                int order = order(a, b);
                documents++;
                if (order < 0) {
                    differs(name, id(a), "MISSING", List.of());
                } else if (order > 0) {
                    differs(name, id(b), "ADDED", List.of());
                } else if (a != null && b != null && !a.equals(b)) {
                    differs(name, id(a), "CHANGED", changed(a, b));
                }
                a = order <= 0 ? next(before) : a;
                b = order >= 0 ? next(after) : b;
            }
        }
    }

    /** Documents compared. */
    long documents() {
        return documents;
    }

    long differing() {
        return differing;
    }

    /** The first {@link #LISTED} of them. */
    List<Difference> differences() {
        return List.copyOf(differences);
    }

    private void differs(String name, String id, String what, List<String> fields) {
        differing++;
        if (differences.size() < LISTED) {
            differences.add(new Difference(name, id, what, fields));
        }
    }

    private static List<String> changed(Document a, Document b) {
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        names.removeIf(n -> Objects.equals(a.get(n), b.get(n)));
        return List.copyOf(names);
    }

    /** By the ids, as MongoDB sorts them: texts by their UTF-8 bytes, numbers by value. The surplus comes last. */
    private static int order(@Nullable Document a, @Nullable Document b) {
        if (a == null || b == null) {
            return a == null ? 1 : -1;
        }
        if (a.get("_id") instanceof Long x && b.get("_id") instanceof Long y) {
            return x.compareTo(y);
        }
        return Arrays.compareUnsigned(bytes(id(a)), bytes(id(b)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String id(@Nullable Document d) {
        return d == null ? "" : String.valueOf(d.get("_id"));
    }

    private static MongoCursor<Document> inOrder(MongoCollection<Document> collection) {
        return collection.find().sort(Sorts.ascending("_id")).cursor();
    }

    private static @Nullable Document next(MongoCursor<Document> cursor) {
        return cursor.hasNext() ? cursor.next() : null;
    }
}
