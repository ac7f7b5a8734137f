package org.dutyledger.events;

/** The Kafka topics of the suite and the headers of their messages. Header values are UTF-8 text. */
public final class Topics {
    /** The ledger itself, one partition, in position order; value = the stored canonical bytes. Never expires. */
    public static final String EVIDENCE = "evidence";
    /** Scoring's evaluations, keyed {@code cycle/indicator}, one partition. */
    public static final String EVALUATIONS = "evaluations";
    /** Signed checkpoints of the ledger in order of size, keyed by the ledger's name. Never expires. */
    public static final String CHECKPOINTS = "checkpoints";
    /** Submissions from bureaus' own systems; JSON Schema in {@code submission-service/src/main/resources/schema}. */
    public static final String INBOUND = "submissions.inbound";
    /** Receipt or refusal of every inbound submission, under the same key. */
    public static final String REPLIES = "submissions.replies";
    /** Inbound records that cannot be read at all. */
    public static final String INBOUND_DEAD = "submissions.inbound-dlt";

    /** Position of the event in the ledger, decimal. */
    public static final String HEADER_POSITION = "position";
    /** Lower-case hex hash of the commit that holds the event. */
    public static final String HEADER_COMMIT_HASH = "commit-hash";
    /** Lower-case hex hash of the commit before that one. */
    public static final String HEADER_PREVIOUS_HASH = "prev-hash";
    /** Id of the commit that holds the event. */
    public static final String HEADER_COMMIT = "commit";
    /** Stable type name of the value. */
    public static final String HEADER_TYPE = "type";

    private Topics() {}
}
