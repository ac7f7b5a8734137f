package org.dutyledger.verifier.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dutyledger.verifier.check.Envelope;

/** What the events of a bundle say in the end: names of organisations, and which event set each item last. */
final class Evidence {
    private final Map<Long, Envelope> byPosition = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Envelope> standing = new LinkedHashMap<>();
    private final Map<String, Envelope> narratives = new HashMap<>();
    private final Set<String> holders = new HashSet<>();
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

    /** The events that set an item last. */
    Collection<Envelope> standing() {
        return standing.values();
    }

    /** Whether the streams of the cycle have one of this indicator or section. */
    boolean knows(String holder) {
        return holders.contains(holder);
    }

    /** The events that set what the report tells of an indicator or section: of each item the one set last. */
    List<Envelope> narratives(String holder) {
        Map<String, Envelope> last = new TreeMap<>();
        narratives.values().stream()
                .filter(e -> e.payload().text("indicator").equals(holder))
                .forEach(e -> last.merge(e.payload().text("item"), e, (a, b) -> a.position() > b.position() ? a : b));
        return List.copyOf(last.values());
    }

    private void take(Envelope event) {
        byPosition.put(event.position(), event);
        if (event.stream().startsWith("evidence/")) {
            holders.add(event.stream().substring(event.stream().lastIndexOf('/') + 1));
        }
        lastTime = event.time();
        if (event.is("cycle.opened")) {
            opening = Optional.of(event);
        } else if (event.is("organisation.registered")) {
            names.put(event.payload().text("organisation"), event.payload().text("name"));
        } else if (event.is("item.withdrawn")) {
            standing.remove(item(event));
            narratives.remove(item(event));
        } else if (event.is("narrative.submitted") || event.is("narrative.revised")) {
            narratives.put(item(event), event);
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
