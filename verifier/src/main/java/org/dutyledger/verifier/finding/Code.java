package org.dutyledger.verifier.finding;

/** Failures, in the order in which they are checked; the same codes in the program and in the page. */
public enum Code {
    /** The file is not a bundle in its one spelling. */
    BUNDLE_FORM,
    /** The bundle names another key than the one that must have signed. */
    CHECKPOINT_KEY,
    /** The checkpoint is not signed by the key. */
    CHECKPOINT_SIGNATURE,
    /** A cosigner that was asked for has not signed the checkpoint. */
    COSIGNATURE,
    /** An event's bytes are not the leaf of the checkpoint's tree at its position. */
    EVENT_NOT_IN_TREE,
    /** An event's bytes are not an event envelope. */
    EVENT_FORM,
    /** The last event is not the issue of a report with a streams root, or does not fit bundle or model. */
    ISSUED_EVENT,
    /** A stream lacks an event, or holds one too many. */
    STREAM_NOT_WHOLE,
    /** The streams are not those that the issued event names. */
    STREAMS_ROOT,
    /** The framework is not the one that the cycle was opened with, or is malformed. */
    FRAMEWORK,
    /** The model is not the one that was issued. */
    MODEL_HASH,
    /** The model is of a form that this program does not know. */
    MODEL_FORM,
    /** The report was made by another version of the code, which this program cannot compute again. */
    OTHER_FORM,
    /** The model is not what events and framework give. */
    VALUE_NOT_FROM_EVENT,
    /**
     * The issue records other files than the content is rendered to, or the report file is not an issued one and cannot be
     * read.
     */
    REPORT_FILE,
    /** The report file differs from the issued one; the difference is named. */
    REPORT_TEXT,
    /** The report file is not an issued one and holds what may be shown otherwise than it reads. */
    REPORT_HIDDEN,
    /** The report file is not an issued one; the text that can be read is the same but for what is named. */
    REPORT_COPY
}
