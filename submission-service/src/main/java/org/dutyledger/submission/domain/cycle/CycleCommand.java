package org.dutyledger.submission.domain.cycle;

import java.time.Instant;
import java.util.List;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.framework.Catalogue;
import org.jspecify.annotations.Nullable;

/** A command of the office on a cycle. */
public sealed interface CycleCommand extends DutyCommand {
    @Override
    default boolean dryRun() {
        return false;
    }

    /** Opens a cycle and all its indicators and sections. */
    record OpenCycle(
            String cycle,
            String jurisdiction,
            String jurisdictionName,
            int year,
            Catalogue catalogue,
            @Nullable Instant deadline)
            implements CycleCommand {}

    /** Registers organisations, or changes name and roles of registered ones. */
    record RegisterOrganisations(String cycle, Catalogue catalogue, List<Organisation> organisations)
            implements CycleCommand {
        public RegisterOrganisations {
            organisations = List.copyOf(organisations);
        }
    }

    /** One organisation (填报单位) with the roles it has in the cycle. */
    record Organisation(String organisation, String name, List<String> roles) {
        public Organisation {
            roles = roles.stream().sorted().distinct().toList();
        }
    }

    /** Closes a cycle: no submission is taken any more. */
    record CloseCycle(String cycle, Catalogue catalogue, String reason) implements CycleCommand {}

    /** Records that a report was issued from the ledger up to and including a position; its hashes are known to be true. */
    record RecordReport(
            String cycle,
            String report,
            long upToPosition,
            String streamsRoot,
            String form,
            String modelSha256,
            List<IssuedFile> files)
            implements CycleCommand {
        public RecordReport {
            files = List.copyOf(files);
        }
    }
}
