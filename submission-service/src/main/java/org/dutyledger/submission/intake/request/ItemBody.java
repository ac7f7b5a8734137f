package org.dutyledger.submission.intake.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.dutyledger.submission.domain.item.ItemRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One item as it is written in JSON; see the published schema {@code submission.v1.schema.json}.
 *
 * @param seen position of the last event about the item that the submitter knows; another one since is refused
 */
public record ItemBody(
        @JsonProperty(required = true) Action action,
        @Nullable Type type,
        @JsonProperty(required = true) String item,

        @JsonDeserialize(using = ExactText.class) @Nullable String value,

        @Nullable String unit,
        @Nullable String period,
        @Nullable String basis,
        @Nullable String asOf,
        @Nullable String note,
        @Nullable String text,
        @Nullable String reason,
        @Nullable String sha256,
        @Nullable String fileName,
        @Nullable String mediaType,
        @Nullable Long size,
        @JsonDeserialize(using = ExactText.class) @Nullable String seen) {

    enum Action {
        @JsonProperty("submit")
        SUBMIT,
        @JsonProperty("correct")
        CORRECT,
        @JsonProperty("withdraw")
        WITHDRAW
    }

    enum Type {
        @JsonProperty("figure")
        FIGURE,
        @JsonProperty("fact")
        FACT,
        @JsonProperty("narrative")
        NARRATIVE,
        @JsonProperty("evidence")
        EVIDENCE
    }

    /** Checks the form of one item; the domain checks its content. */
    ItemRequest toRequest(int index) {
        String at = "items[" + index + "].";
        ItemRequest.Action what =
                ItemRequest.Action.valueOf(Form.present(action, at + "action").name());
        if (type == null && what != ItemRequest.Action.WITHDRAW) {
            throw Form.missing(at + "type");
        }
        return new ItemRequest(
                what,
                type == null ? null : ItemRequest.Type.valueOf(type.name()),
                Form.text(item, at + "item"),
                value,
                unit,
                period,
                basis,
                asOf,
                note,
                text,
                reason,
                file());
    }

    private ItemRequest.@Nullable FileRef file() {
        return sha256 == null && fileName == null && mediaType == null && size == null
                ? null
                : new ItemRequest.FileRef(sha256, fileName, mediaType, size);
    }
}
