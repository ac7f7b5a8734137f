package org.dutyledger.submission.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dutyledger.events.CycleEvent;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.indicators.files.FrameworkBinding;
import org.dutyledger.kit.Problem;
import org.dutyledger.submission.framework.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * The fold of a cycle's stream. Immutable.
 *
 * @param opened how it was opened
 * @param installed exactly the framework it was opened with, empty where this service does not have it
 * @param reports ids of the issued reports, in order
 * @param lastSequence the last event of its stream that is in here
 */
public record CycleView(
        CycleEvent.CycleOpened opened,
        Optional<Catalogue> installed,
        Map<String, Organisation> organisations,
        boolean closed,
        List<String> reports,
        long lastSequence) {

    /** An organisation (填报单位) and the roles it has in the cycle. */
    public record Organisation(String organisation, String name, List<String> roles) {}

    static CycleView open(CycleEvent.CycleOpened opened, Optional<Catalogue> installed) {
        return new CycleView(opened, installed, Map.of(), false, List.of(), 0);
    }

    CycleView after(long sequence, DutyEvent event) {
        Map<String, Organisation> organisationsNow = organisations;
        List<String> reportsNow = reports;
        if (event instanceof CycleEvent.OrganisationRegistered one) {
            organisationsNow = new TreeMap<>(organisations);
            organisationsNow.put(
                    one.organisation(), new Organisation(one.organisation(), one.name(), List.copyOf(one.roles())));
        } else if (event instanceof CycleEvent.ReportIssued issued) {
            reportsNow = new java.util.ArrayList<>(reports);
            reportsNow.add(issued.report());
        }
        return new CycleView(
                opened,
                installed,
                organisationsNow,
                closed || event instanceof CycleEvent.CycleClosed,
                reportsNow,
                sequence);
    }

    /** Which framework file a cycle was opened with. */
    static FrameworkBinding binding(CycleEvent.CycleOpened opened) {
        return new FrameworkBinding(opened.framework(), opened.frameworkVersion(), opened.frameworkSha256());
    }

    /**
     * Exactly the framework that the cycle was opened with. Without it the cycle can be listed, and nothing else.
     *
     * @throws Problem 409 {@code FRAMEWORK_NOT_INSTALLED}
     */
    public Catalogue catalogue() {
        return installed.orElseThrow(() ->
                new Problem(409, "FRAMEWORK_NOT_INSTALLED", binding(opened).absence(opened.cycle())));
    }

    public String cycle() {
        return opened.cycle();
    }

    public String jurisdiction() {
        return opened.jurisdiction();
    }

    public @Nullable Instant deadline() {
        return opened.deadline();
    }
}
