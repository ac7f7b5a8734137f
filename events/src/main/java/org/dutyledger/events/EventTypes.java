package org.dutyledger.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The chosen, stable name of every event type. Renaming a class changes no stored byte. */
public final class EventTypes {
    private static final Map<String, Class<? extends DutyEvent>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();

    static {
        add("cycle.opened.v1", CycleEvent.CycleOpenedV1.class);
        add("cycle.closed.v1", CycleEvent.CycleClosed.class);
        add("organisation.registered.v1", CycleEvent.OrganisationRegistered.class);
        add("report.issued.v1", CycleEvent.ReportIssuedV1.class);
        add("indicator.opened.v1", EvidenceEvent.IndicatorOpened.class);
        add("indicator.locked.v1", EvidenceEvent.IndicatorLocked.class);
        add("figure.submitted.v1", EvidenceEvent.FigureSubmitted.class);
        add("figure.corrected.v1", EvidenceEvent.FigureCorrected.class);
        add("fact.submitted.v1", EvidenceEvent.FactSubmitted.class);
        add("fact.corrected.v1", EvidenceEvent.FactCorrected.class);
        add("narrative.submitted.v1", EvidenceEvent.NarrativeSubmitted.class);
        add("narrative.revised.v1", EvidenceEvent.NarrativeRevised.class);
        add("evidence.attached.v1", EvidenceEvent.EvidenceAttached.class);
        add("item.withdrawn.v1", EvidenceEvent.ItemWithdrawn.class);
        add("item.returned.v1", EvidenceEvent.ItemReturned.class);
        add("item.accepted.v1", EvidenceEvent.ItemAccepted.class);
        add("report.issued.v2", CycleEvent.ReportIssuedV2.class);
        add("cycle.opened.v2", CycleEvent.CycleOpenedV2.class);
        add("report.issued.v3", CycleEvent.ReportIssuedV3.class);
    }

    private EventTypes() {}

    /** All type names, in no particular order. */
    public static Set<String> names() {
        return Set.copyOf(BY_NAME.keySet());
    }

    /**
     * The stored name of an event class.
     *
     * @throws UnknownEventTypeException when the class is not a known event
     */
    public static String nameOf(Class<?> type) {
        String name = BY_CLASS.get(type);
        if (name == null) {
            throw new UnknownEventTypeException(type.getName());
        }
        return name;
    }

    /**
     * The class of a stored name.
     *
     * @throws UnknownEventTypeException when this version of the suite does not know the name
     */
    public static Class<? extends DutyEvent> classOf(String name) {
        Class<? extends DutyEvent> type = BY_NAME.get(name);
        if (type == null) {
            throw new UnknownEventTypeException(name);
        }
        return type;
    }

    private static void add(String name, Class<? extends DutyEvent> type) {
        BY_NAME.put(name, type);
        BY_CLASS.put(type, name);
    }
}
