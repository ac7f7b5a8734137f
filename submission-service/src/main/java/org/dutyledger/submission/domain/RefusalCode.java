package org.dutyledger.submission.domain;

/** Stable codes of refusals. They are part of the API: names are never changed, only added. */
public enum RefusalCode {
    /** The framework has no item of that id. */
    UNKNOWN_ITEM,
    /** The item takes another type of value. */
    WRONG_TYPE,
    /** None of the organisation's roles may submit the item. */
    NOT_YOUR_ITEM,
    /** The item is for another period. */
    PERIOD_NOT_ALLOWED,
    /** The item is submitted in another unit. */
    UNIT_NOT_ALLOWED,
    /** Not a plain decimal number. */
    NOT_A_NUMBER,
    /** More digits than can be meant, or outside the framework's bounds. */
    OUT_OF_RANGE,
    /** More decimals than the framework stores. */
    TOO_MANY_DECIMALS,
    /** A derived figure can only be declared, a raw one only reported. */
    BASIS_NOT_ALLOWED,
    /** The same item twice in one submission. */
    DUPLICATE_ITEM,
    /** There is a value; it can only be corrected. */
    ALREADY_SUBMITTED,
    /** A supervisor accepted the item; it is changed only after a return. */
    ITEM_ACCEPTED,
    /** Another caller changed it after this one had seen it. */
    ITEM_CHANGED,
    /** There is no value that could be corrected or withdrawn. */
    NOTHING_TO_CORRECT,
    /** There is nothing a reviewer could accept or return. */
    NOTHING_TO_REVIEW,
    /** Everything is so already. */
    UNCHANGED,
    /** The item has as many evidence files as it may have. */
    TOO_MANY_FILES,
    /** This act needs a reason. */
    REASON_REQUIRED,
    /** A text that is needed is missing or blank. */
    TEXT_REQUIRED,
    TEXT_TOO_LONG,
    /** The framework lists the answers, and this is not one of them. */
    WORD_NOT_ALLOWED,
    /** The item is a date, and this is none. */
    NOT_A_DATE,
    /** A narrative holds digits; its numbers stand as placeholders. */
    TYPED_NUMBER,
    /** A narrative names a figure that the framework does not have. */
    UNKNOWN_PLACEHOLDER,
    /** A number of a narrative is followed by another unit than its own. */
    PLACEHOLDER_UNIT,
    /** A number of a narrative would be read as one with what is directly before it. */
    PLACEHOLDER_JOINED,
    /** A field has a form that cannot be right. */
    INVALID_FIELD,
    /** The type of item has no such field. */
    FIELD_NOT_ALLOWED,
    /** The last moment for first submissions is over. */
    DEADLINE_PASSED,
    CYCLE_CLOSED,
    CYCLE_UNKNOWN,
    CYCLE_EXISTS,
    UNKNOWN_ORGANISATION,
    UNKNOWN_ROLE,
    DUPLICATE_ORGANISATION,
    REPORT_EXISTS
}
