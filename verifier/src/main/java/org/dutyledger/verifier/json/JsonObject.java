package org.dutyledger.verifier.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dutyledger.verifier.json.Json.JsonNumber;
import org.jspecify.annotations.Nullable;

/** An object and its place; every reader throws {@link MalformedJsonException} where the form is another. */
public final class JsonObject {
    private final String path;
    private final Map<String, @Nullable Object> members;

    JsonObject(String path, Map<String, @Nullable Object> members) {
        this.path = path;
        this.members = members;
    }

    /** Requires these members, in this order, and no other. */
    public JsonObject only(String... names) {
        List<String> found = List.copyOf(members.keySet());
        if (!found.equals(List.of(names))) {
            throw new MalformedJsonException(
                    "%s 的成员应依次为 %s，实为 %s",
                    "%s must have the members %s, in this order, but has %s", here(), List.of(names), found);
        }
        return this;
    }

    /** Whether there is a text of that name. */
    public boolean has(String name) {
        return members.get(name) instanceof String;
    }

    /** A text. */
    public String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new MalformedJsonException("%s 应是文本", "%s must be a text", at(name));
    }

    /** A text, or null where there is none. */
    public @Nullable String textOrNull(String name) {
        return members.get(name) == null ? null : text(name);
    }

    /** A whole number that is spelled as a text, such as a position. */
    public long position(String name) {
        String text = text(name);
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new MalformedJsonException("%s 应是序号，实为“%s”", "%s must be a position, but is '%s'", at(name), text);
        }
        return Long.parseLong(text);
    }

    /** A number as it is spelled. */
    public String number(String name) {
        if (members.get(name) instanceof JsonNumber number) {
            return number.text();
        }
        throw new MalformedJsonException("%s 应是数字", "%s must be a number", at(name));
    }

    /** Yes or no. */
    public boolean flag(String name) {
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw new MalformedJsonException("%s 应是 true 或 false", "%s must be true or false", at(name));
    }

    /** An object. */
    public JsonObject object(String name) {
        if (members.get(name) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJsonException("%s 应是对象", "%s must be an object", at(name));
    }

    /** An object, or null where there is none. */
    public @Nullable JsonObject objectOrNull(String name) {
        return members.get(name) == null ? null : object(name);
    }

    /** An array of objects. */
    public List<JsonObject> objects(String name) {
        return array(name, JsonObject.class);
    }

    /** An array of texts. */
    public List<String> texts(String name) {
        return array(name, String.class);
    }

    private <T> List<T> array(String name, Class<T> type) {
        if (!(members.get(name) instanceof List<?> array)) {
            throw new MalformedJsonException("%s 应是数组", "%s must be an array", at(name));
        }
        List<T> elements = new ArrayList<>(array.size());
        for (Object element : array) {
            if (!type.isInstance(element)) {
                throw new MalformedJsonException(
                        "%s 的第 %s 项不是应有的类型", "element %2$s of %1$s is of the wrong kind", at(name), elements.size());
            }
            elements.add(type.cast(element));
        }
        return elements;
    }

    private String here() {
        return path.isEmpty() ? "{}" : path;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
