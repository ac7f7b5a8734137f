package org.dutyledger.document.record;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dutyledger.events.CycleEvent;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.DutyEvent;
import org.dutyledger.events.EvidenceEvent.EvidenceAttached;
import org.dutyledger.events.EvidenceEvent.IndicatorLocked;
import org.dutyledger.events.EvidenceEvent.IndicatorOpened;
import org.dutyledger.events.EvidenceEvent.ItemAccepted;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.EvidenceEvent.ItemReturned;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.Framework;
import org.dutyledger.indicators.item.FrameworkIndex;
import org.jspecify.annotations.Nullable;

/**
 * Checks event by event whether a ledger of the suite could have recorded the events of a cycle, from the events before
 * and the framework alone.
 *
 * <p>Time is that of the event, which the intake also decides by. What a report does not show is not checked: the
 * openings of indicators, the content of issued reports, ids of submissions, and an item that occurs twice in one
 * submission. An organisation may submit what any of its registrations so far allows, since the intake may learn of a
 * later one after its decision. Whether the framework is the one of the opening is checked elsewhere. One instance
 * serves one cycle; not thread-safe.
 */
public final class RecordedEventCheck {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    /** Maximum difference between the clocks of servers of one ledger. */
    private static final Duration APART = Duration.ofHours(1);

    private final Framework framework;
    private final ItemEventCheck itemCheck;
    private final Map<String, RecordedEvent> registered = new HashMap<>();
    private final Map<String, Set<String>> roles = new HashMap<>();
    private final Map<Key, Tracked> items = new HashMap<>();
    private final Set<String> locked = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> reports = new HashSet<>();
    private final Set<String> commits = new HashSet<>();
    private @Nullable RecordedEvent last;
    private @Nullable CycleOpened opening;
    private boolean closed;
    private Instant latest = EARLIEST;

    private record Key(String item, String organisation) {}

    /**
     * An item after the events so far.
     *
     * @param before the state before the commit of the last of them: the intake checked the whole commit against it
     */
    private record Tracked(ItemState now, ItemState before, String commit) {
        static final Tracked NOTHING = new Tracked(ItemState.NOTHING, ItemState.NOTHING, "");

        ItemState before(RecordedEvent event) {
            return commit.equals(event.commit()) ? before : now;
        }
    }

    /**
     * A check of a cycle that has no events yet.
     *
     * @param index of the same framework
     */
    public RecordedEventCheck(Framework framework, FrameworkIndex index) {
        this.framework = framework;
        this.itemCheck = new ItemEventCheck(framework, index);
    }

    /**
     * Takes the next event of the cycle.
     *
     * @throws IllegalArgumentException with position and reason, when no ledger of the suite could have recorded it here
     */
    public void take(RecordedEvent recorded) {
        DutyEvent event = recorded.event();
        long position = recorded.position();
        time(recorded.recordedAt(), position);
        require(ids.add(recorded.id()), position, "has the id of an event before it");
        commit(recorded);
        if ((opening == null) != (event instanceof CycleOpened)) {
            throw refused(position, opening == null ? "is before the cycle opened" : "opens the cycle again");
        }
        if (event instanceof CycleOpened opened) {
            open(opened, position);
        } else if (event instanceof OrganisationRegistered one) {
            register(one, recorded);
        } else if (event instanceof CycleEvent.CycleClosed closing) {
            requireOpen(position);
            require(
                    Forms.isReason(closing.reason()) && Forms.areStored(List.of(closing.reason())),
                    position,
                    "closes the cycle without a reason that may be recorded");
            closed = true;
        } else if (event instanceof IndicatorLocked one) {
            require(closed, position, "locks an indicator of an open cycle");
            locked.add(one.indicator());
        } else if (event instanceof CycleEvent.ReportIssued issued) {
            require(
                    Forms.isReport(issued.report()) && reports.add(issued.report()),
                    position,
                    "issues a report without an id that may be recorded, or under the id of one before it");
        } else if (event instanceof ItemEvent item) {
            item(item, recorded);
        }
    }

    /**
     * The events of a commit are in one place and of one time: the intake checked all of them against the state before
     * it.
     */
    private void commit(RecordedEvent recorded) {
        RecordedEvent before = last;
        boolean holds = before != null && before.commit().equals(recorded.commit())
                ? recorded.position() == before.position() + 1
                        && recorded.recordedAt().equals(before.recordedAt())
                        && act(recorded).equals(act(before))
                : commits.add(recorded.commit());
        require(
                holds,
                recorded.position(),
                "is of a commit that ended before it, or has another time or another cause than its commit");
        last = recorded;
    }

    /** What one request records: an opening, registrations, a closing, a review, a submission; an issue is recorded alone. */
    private static String act(RecordedEvent recorded) {
        DutyEvent event = recorded.event();
        if (event instanceof CycleOpened || event instanceof IndicatorOpened) {
            return "opening";
        }
        if (event instanceof OrganisationRegistered) {
            return "registration";
        }
        if (event instanceof CycleEvent.CycleClosed || event instanceof IndicatorLocked) {
            return "closing";
        }
        if (event instanceof ItemEvent item) {
            boolean review = event instanceof ItemAccepted || event instanceof ItemReturned;
            return review
                    ? "review " + item.submission()
                    : "submission " + item.submission() + " " + item.organisation();
        }
        return "issue " + recorded.position();
    }

    /** A ledger's times do not run backwards, but for what its servers' clocks differ by. */
    private void time(Instant at, long position) {
        require(!at.isBefore(EARLIEST) && at.isBefore(LATEST), position, "is recorded in another century");
        // the page has milliseconds
        require(
                !at.truncatedTo(MILLIS).isBefore(latest.truncatedTo(MILLIS).minus(APART)),
                position,
                "is recorded long before an event before it");
        latest = at.isAfter(latest) ? at : latest;
    }

    private void open(CycleOpened opened, long position) {
        require(
                Forms.isCycle(opened.cycle())
                        && Forms.isJurisdiction(opened.jurisdiction())
                        && Forms.isName(opened.jurisdictionName())
                        && Forms.areStored(List.of(opened.jurisdictionName()))
                        && Forms.isDeadline(opened.deadline()),
                position,
                "opens a cycle with an invalid id, jurisdiction, name or deadline");
        require(opened.year() == framework.year(), position, "opens a cycle of another year than the framework's");
        opening = opened;
    }

    private void register(OrganisationRegistered one, RecordedEvent recorded) {
        long position = recorded.position();
        requireOpen(position);
        require(
                Forms.isOrganisation(one.organisation())
                        && Forms.isName(one.name())
                        && Forms.areStored(List.of(one.name())),
                position,
                "registers an organisation with an invalid id or name");
        require(
                !one.roles().isEmpty()
                        && framework.roles().keySet().containsAll(one.roles())
                        && one.roles().equals(List.copyOf(new TreeSet<>(one.roles()))),
                position,
                "registers an organisation with roles that the framework does not have, or not in their order");
        RecordedEvent before = registered.put(one.organisation(), recorded);
        require(
                before == null || !one.equals(before.event()),
                position,
                "registers an organisation as it is registered already");
        require(
                before == null || !recorded.commit().equals(before.commit()),
                position,
                "registers an organisation twice in one request");
        roles.computeIfAbsent(one.organisation(), id -> new HashSet<>()).addAll(one.roles());
    }

    private void item(ItemEvent event, RecordedEvent recorded) {
        long position = recorded.position();
        requireOpen(position);
        require(!locked.contains(event.indicator()), position, "is of an indicator that was locked");
        Key key = new Key(event.item(), event.organisation());
        Tracked tracked = items.getOrDefault(key, Tracked.NOTHING);
        ItemState before = tracked.before(recorded);
        if (event instanceof ItemReturned || event instanceof ItemAccepted) {
            itemCheck.review(event, tracked.now(), position);
        } else {
            inTime(event, before, recorded);
            if (event instanceof EvidenceAttached) {
                require(
                        before.files().size() < ItemState.MOST_FILES,
                        position,
                        "attaches a file to an item that has as many as it may have");
            }
            Set<String> held = roles.getOrDefault(event.organisation(), Set.of());
            itemCheck.submission(event, tracked.now(), held, recorded.recordedAt(), position);
        }
        items.put(key, new Tracked(tracked.now().after(event), before, recorded.commit()));
    }

    private void inTime(ItemEvent event, ItemState before, RecordedEvent recorded) {
        CycleOpened opened = opening;
        Instant deadline = opened == null ? null : opened.deadline();
        require(
                ItemEventCheck.isChange(event)
                        || deadline == null
                        || !recorded.recordedAt().isAfter(deadline)
                        || before.isPutRightBy(event instanceof EvidenceAttached),
                recorded.position(),
                "submits an item for the first time after the deadline");
    }

    private void requireOpen(long position) {
        require(!closed, position, "is after the closing of the cycle");
    }

    static void require(boolean holds, long position, String otherwise) {
        if (!holds) {
            throw refused(position, otherwise);
        }
    }

    static IllegalArgumentException refused(long position, String why) {
        return new IllegalArgumentException("the event at position " + position + " " + why);
    }
}
