package org.dutyledger.submission.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.dutyledger.submission.domain.item.ItemRequest.Action;
import org.dutyledger.submission.domain.item.ItemRequest.Type;
import org.jspecify.annotations.Nullable;

/** Policy about the fields of an item: one that its event would not store is refused by name, never dropped. */
final class FieldPolicy {
    private FieldPolicy() {}

    static @Nullable Refusal fits(ItemContext context) {
        ItemRequest request = context.request();
        if (request.type() == Type.EVIDENCE && request.action() != Action.SUBMIT) {
            // refused as a whole: a file is neither corrected nor withdrawn
            return null;
        }
        List<String> foreign = present(request);
        foreign.removeAll(stored(request));
        if (foreign.isEmpty()) {
            return null;
        }
        String names = String.join(", ", foreign);
        return context.refuse(
                RefusalCode.FIELD_NOT_ALLOWED,
                what(request) + " has no " + names + "; it would not be stored",
                "此类报送不含字段 " + names + "，填写的内容不会被保存，请删除或另行报送");
    }

    private static Set<String> stored(ItemRequest request) {
        if (request.action() == Action.WITHDRAW) {
            return Set.of("reason");
        }
        boolean first = request.action() == Action.SUBMIT;
        Type type = request.type();
        if (type == Type.EVIDENCE) {
            return Set.of("sha256", "fileName", "mediaType", "size");
        }
        if (type == Type.FIGURE) {
            return first
                    ? Set.of("value", "unit", "period", "basis", "asOf", "note")
                    : Set.of("value", "unit", "period", "basis", "asOf", "note", "reason");
        }
        if (type == Type.FACT) {
            return first ? Set.of("text", "period", "note") : Set.of("text", "period", "note", "reason");
        }
        return first ? Set.of("text") : Set.of("text", "reason");
    }

    private static String what(ItemRequest request) {
        String action = request.action() == Action.CORRECT ? "a correction of type '" : "type '";
        return request.action() == Action.WITHDRAW || request.type() == null
                ? "a withdrawal"
                : action + request.type().name().toLowerCase(java.util.Locale.ROOT) + "'";
    }

    /** Names of the fields that have a value; an empty unit means a number without unit. */
    private static List<String> present(ItemRequest request) {
        List<String> names = new ArrayList<>();
        add(names, "value", request.value());
        add(names, "unit", request.unit());
        add(names, "period", request.period());
        add(names, "basis", request.basis());
        add(names, "asOf", request.asOf());
        add(names, "note", request.note());
        add(names, "text", request.text());
        add(names, "reason", request.reason());
        ItemRequest.FileRef file = request.file();
        if (file != null) {
            add(names, "sha256", file.sha256());
            add(names, "fileName", file.fileName());
            add(names, "mediaType", file.mediaType());
            add(names, "size", file.size() == null ? null : file.size().toString());
        }
        return names;
    }

    private static void add(List<String> names, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            names.add(name);
        }
    }
}
