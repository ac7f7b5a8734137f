package org.dutyledger.local.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The dependency law of ARCHITECTURE.md as rules, for any root package: the product lives under {@code org.dutyledger},
 * the small offenders that must turn each rule red under {@code org.dutyledger.offenders}.
 */
final class Rules {
    /** Each library, and the lower ones that it may use. */
    static final Map<String, List<String>> LIBRARIES = new TreeMap<>(Map.of(
            "events", List.of(),
            "indicators", List.of(),
            "evaluation", List.of("events", "indicators"),
            "document", List.of("events", "indicators", "evaluation"),
            "proof", List.of(),
            "follow", List.of("proof"),
            "ledger", List.of("proof", "follow"),
            "kit", List.of()));

    static final List<String> SERVICES = List.of("submission", "scoring", "report", "gateway");

    /** Packages that must not read a clock or generate an id: they must give the same result when replayed. */
    static final List<String> REPLAYABLE = List.of(
            "events",
            "indicators",
            "proof.chain",
            "proof.tree",
            "proof.tile",
            "proof.verify",
            "follow",
            "verifier",
            "submission.domain",
            "submission.audit.fold",
            "evaluation",
            "document");

    private static final List<String> SPRING_FREE = List.of(
            "events", "indicators", "evaluation", "document", "ledger", "submission.domain", "submission.audit.fold");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    /** A rule, and the packages that it names: each must hold a class, else the rule checks nothing. */
    record Named(String name, ArchRule rule, List<String> packages) {
        @Override
        public String toString() {
            return name;
        }
    }

    List<Named> all() {
        List<Named> all = new ArrayList<>();
        LIBRARIES.forEach((library, lower) ->
                all.add(no(library + " knows no other module but " + lower, library, others(library, lower))));
        for (String service : SERVICES) {
            List<String> siblings = new ArrayList<>(SERVICES);
            siblings.remove(service);
            siblings.add("local");
            siblings.add("verifier");
            all.add(no(service + " knows no other service", service, siblings));
        }
        all.add(no("the gateway has no domain type", "gateway", List.of("events", "indicators", "ledger")));
        for (String service : List.of("scoring", "report", "verifier")) {
            all.add(no(service + " does not know the store", service, List.of("ledger")));
        }
        for (String service : List.of("submission", "scoring", "report")) {
            String intake = service + ".intake";
            all.add(new Named(
                    "nobody depends on " + intake,
                    noClasses()
                            .that()
                            .resideInAPackage(root + "." + service + ".*..")
                            .and()
                            .resideOutsideOfPackage(root + "." + intake + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(root + "." + intake + "..")
                            .allowEmptyShould(true),
                    List.of(intake)));
        }
        for (String reader : List.of("submission.view", "submission.audit")) {
            all.add(no(reader + " does not reach into the domain", reader, List.of("submission.domain")));
        }
        for (String early : List.of("document.state", "document.template")) {
            all.add(no(early + " knows no way of rendering", early, List.of("document.render")));
        }
        for (String pure : List.of("evaluation", "document")) {
            all.add(new Named(
                    "no file and no network in " + pure,
                    noClasses()
                            .that()
                            .resideInAPackage(root + "." + pure + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("java.nio.file..", "java.net.."),
                    List.of(pure)));
        }
        for (String pure : SPRING_FREE) {
            all.add(new Named(
                    "no Spring in " + pure,
                    noClasses()
                            .that()
                            .resideInAPackage(root + "." + pure + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.springframework.."),
                    List.of(pure)));
        }
        all.add(no(
                "the verifier of reports knows no service and no topic",
                "verifier",
                Stream.concat(SERVICES.stream(), Stream.of("kit", "follow", "local"))
                        .toList()));
        all.add(new Named(
                "the verifier of reports itself needs a JDK and a JSON library and nothing else",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".verifier..")
                        .should()
                        .dependOnClassesThat()
                        .resideOutsideOfPackages(
                                "java..",
                                "javax.xml.stream..",
                                "tools.jackson..",
                                "org.jspecify..",
                                "org.dutyledger.."),
                List.of("verifier")));
        for (String replayable : REPLAYABLE) {
            all.add(new Named(
                    "time and ids come in as arguments in " + replayable,
                    noClasses()
                            .that()
                            .resideInAPackage(root + "." + replayable + "..")
                            .should()
                            .callMethodWhere(readsClockOrDrawsId()),
                    List.of(replayable)));
        }
        return all;
    }

    private Named no(String name, String who, List<String> whom) {
        String[] targets = whom.stream().map(w -> root + "." + w + "..").toArray(String[]::new);
        return new Named(
                name,
                noClasses()
                        .that()
                        .resideInAPackage(root + "." + who + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(targets),
                List.of(who));
    }

    private static List<String> others(String library, List<String> lower) {
        return Stream.concat(
                        Stream.concat(LIBRARIES.keySet().stream(), SERVICES.stream()), Stream.of("verifier", "local"))
                .filter(m -> !m.equals(library) && !lower.contains(m))
                .toList();
    }

    private static DescribedPredicate<JavaCall<?>> readsClockOrDrawsId() {
        DescribedPredicate<JavaCall<?>> clock = call(Instant.class, "now").or(call(LocalDate.class, "now"));
        return clock.or(call(System.class, "currentTimeMillis")).or(call(UUID.class, "randomUUID"));
    }

    private static DescribedPredicate<JavaCall<?>> call(Class<?> type, String method) {
        return target(owner(DescribedPredicate.describe(type.getSimpleName(), c -> c.isEquivalentTo(type))))
                .and(target(name(method)))
                .forSubtype();
    }
}
