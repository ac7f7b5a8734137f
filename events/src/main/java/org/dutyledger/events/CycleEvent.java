package org.dutyledger.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about an evaluation cycle (评价周期) as a whole; they live in the stream {@code cycle/<cycle>}. */
public sealed interface CycleEvent extends DutyEvent {

    /** A cycle opened: one framework version for one jurisdiction and one year. */
    sealed interface CycleOpened extends CycleEvent {
        /** Code of the administrative division (GB/T 2260), for example {@code 330602}. */
        String jurisdiction();

        /** Name as it appears in the report's title. */
        String jurisdictionName();

        int year();

        /** Id of the framework (指标体系). */
        String framework();

        /** Version of the framework. */
        String frameworkVersion();

        /** Lower-case hex SHA-256 of the framework file, so that a replay can refuse another one. */
        String frameworkSha256();

        /** Last moment for submissions, or null when none was set. */
        @Nullable
        Instant deadline();
    }

    /** The first form; stored by earlier versions, still read, no longer written. */
    record CycleOpenedV1(
            String cycle,
            String jurisdiction,
            String jurisdictionName,
            int year,
            String framework,
            String frameworkVersion,
            String frameworkSha256,
            @Nullable Instant deadline)
            implements CycleOpened {}

    /**
     * With the names of all streams that the cycle has, so that the holder of a proof sees when one was left out.
     *
     * @param holders ids of all indicators and sections, in the framework's order; each has the stream {@code
     *     evidence/<cycle>/<holder>}, opened in the same commit
     */
    record CycleOpenedV2(
            String cycle,
            String jurisdiction,
            String jurisdictionName,
            int year,
            String framework,
            String frameworkVersion,
            String frameworkSha256,
            @Nullable Instant deadline,
            List<String> holders)
            implements CycleOpened {
        public CycleOpenedV2 {
            holders = List.copyOf(holders);
        }
    }

    /** The cycle is closed: from here every submission is refused. */
    record CycleClosed(String cycle, String reason) implements CycleEvent {}

    /**
     * An organisation (填报单位) may submit in this cycle.
     *
     * @param organisation id, unique in the cycle
     * @param roles submitter roles of the framework it may act in, for example {@code education-bureau}
     */
    record OrganisationRegistered(String cycle, String organisation, String name, List<String> roles)
            implements CycleEvent {
        public OrganisationRegistered {
            roles = List.copyOf(roles);
        }
    }

    /** A report was issued from the ledger up to and including {@link #upToPosition}. */
    sealed interface ReportIssued extends CycleEvent {
        String report();

        long upToPosition();

        /** Lower-case hex SHA-256 of the canonical report model (JSON). */
        String modelSha256();

        /** Every rendered file with its hash. */
        List<IssuedFile> files();

        /**
         * Lower-case hex root over every stream of the cycle up to {@link #upToPosition}, see {@code ledger/README.md}:
         * with it a proof shows that nothing was left out. Null for reports from before it was recorded.
         */
        default @Nullable String streamsRoot() {
            return null;
        }

        /**
         * Version of the code that made model and files. Null where they were not compared with the events: such a
         * record does not count as an issued report.
         */
        default @Nullable String form() {
            return null;
        }
    }

    /** The first form; stored by earlier versions, still read, no longer written. */
    record ReportIssuedV1(String cycle, String report, long upToPosition, String modelSha256, List<IssuedFile> files)
            implements ReportIssued {
        public ReportIssuedV1 {
            files = List.copyOf(files);
        }
    }

    /** With the root over the cycle's streams; stored by earlier versions, still read, no longer written. */
    record ReportIssuedV2(
            String cycle,
            String report,
            long upToPosition,
            String streamsRoot,
            String modelSha256,
            List<IssuedFile> files)
            implements ReportIssued {
        public ReportIssuedV2 {
            files = List.copyOf(files);
        }
    }

    /**
     * Recorded only after the ledger's owner had made model and files itself from the events up to {@link #upToPosition}
     * and had found these very hashes. Any holder of the events and the framework can do the same.
     *
     * @param form version of the code that did so; another one may make other bytes of the same events
     */
    record ReportIssuedV3(
            String cycle,
            String report,
            long upToPosition,
            String streamsRoot,
            String form,
            String modelSha256,
            List<IssuedFile> files)
            implements ReportIssued {
        public ReportIssuedV3 {
            files = List.copyOf(files);
        }
    }

    /** One file of an issued report; {@code sha256} is lower-case hex, {@code size} is in bytes. */
    record IssuedFile(String name, String mediaType, String sha256, long size) {}
}
