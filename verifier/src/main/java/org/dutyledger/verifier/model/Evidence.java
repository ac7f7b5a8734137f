package org.dutyledger.verifier.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutyledger.verifier.check.Envelope;

/** What the events of a bundle say in the end: names of organisations, and which event set each item last. */
final class Evidence {
    private final Map<Long, Envelope> byPosition = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Envelope> standing = new HashMap<>();
    private Optional<Envelope> opening = Optional.empty();
    private String lastTime = "";

    /** Reads events in order. */
    Evidence(List<Envelope> events) {
        events.forEach(this::take);
    }

    Optional<Envelope> at(long position) {
        return Optional.ofNullable(byPosition.get(position));
    }

    /** The event that opened the cycle. */
    Optional<Envelope> opening() {
        return opening;
    }

    /** When the last event was recorded. */
    String lastTime() {
        return lastTime;
    }

    /** Name of an organisation, its id when it was never registered. */
    String nameOf(String organisation) {
        return names.getOrDefault(organisation, organisation);
    }

    /** Whether the event set its item and no later one replaced or withdrew it. */
    boolean stands(Envelope event) {
        return event.equals(standing.get(item(event)));
    }

    private void take(Envelope event) {
        byPosition.put(event.position(), event);
        lastTime = event.time();
        if (event.is("cycle.opened")) {
            opening = Optional.of(event);
        } else if (event.is("organisation.registered")) {
            names.put(event.payload().text("organisation"), event.payload().text("name"));
        } else if (event.is("item.withdrawn")) {
            standing.remove(item(event));
        } else if (event.is("figure.submitted")
                || event.is("figure.corrected")
                || event.is("fact.submitted")
                || event.is("fact.corrected")) {
            standing.put(item(event), event);
        }
    }

    private static String item(Envelope event) {
        return event.payload().text("item") + "@" + event.payload().text("organisation");
    }
}
