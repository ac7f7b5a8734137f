package org.dutyledger.submission.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.EvidenceEvent;
import org.dutyledger.events.EvidenceEvent.ItemEvent;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.kit.Problem;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.MemoryService;
import org.dutyledger.submission.audit.RandomCycle;
import org.dutyledger.submission.audit.replay.History.Subject;
import org.dutyledger.submission.view.CycleView;

/** Whatever happened and however it is paged, a history is the events of its subject in the ledger's order. */
class HistoryTest {

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void pages_makeUpTheWhole(
            @ForAll("acts") List<RandomCycle.Act> acts, @ForAll @IntRange(min = 1, max = 7) int limit) {
        try (MemoryLedger ledger = new MemoryLedger()) {
            MemoryService service = new MemoryService(ledger).withCycle();
            int turn = 0;
            for (RandomCycle.Act act : acts) {
                act.on(service, "k" + turn++);
            }
            Asking asking = new Asking(service, limit);
            asking.expect(
                    Subject.INDICATOR,
                    "1",
                    e -> e.event() instanceof EvidenceEvent evidence
                            && evidence.indicator().equals("1"));
            asking.expect(Subject.ITEM, "schools", about(item -> item.item().equals("schools")));
            asking.expect(
                    Subject.ORGANISATION,
                    "czj",
                    about(item -> item.organisation().equals("czj"))
                            .or(e -> e.event() instanceof OrganisationRegistered registered
                                    && registered.organisation().equals("czj")));
            asking.whole().stream()
                    .filter(about(item -> true))
                    .map(event -> ((ItemEvent) event.event()).submission())
                    .distinct()
                    .forEach(id -> asking.expect(Subject.SUBMISSION, id, about(item -> item.submission()
                            .equals(id))));
        }
    }

    @Property(tries = 5)
    void whatIsNotThere_isUnknown(@ForAll("strangeIds") String id) {
        try (MemoryLedger ledger = new MemoryLedger()) {
            Asking asking = new Asking(new MemoryService(ledger).withCycle(), 10);
            for (Subject subject : Subject.values()) {
                assertThatThrownBy(() -> asking.page(subject, id, 0))
                        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status())
                                .isEqualTo(404));
            }
        }
    }

    @Provide
    Arbitrary<List<RandomCycle.Act>> acts() {
        return RandomCycle.acts().list().ofMinSize(5).ofMaxSize(25);
    }

    @Provide
    Arbitrary<String> strangeIds() {
        return Arbitraries.of(
                "x",
                "1/..",
                "0190a5b4-0000-7000-8000-000000000000",
                "a".repeat(200),
                "66666666-6666-4666-8666-666666666666");
    }

    private static Predicate<RecordedEvent> about(Predicate<ItemEvent> wanted) {
        return recorded -> recorded.event() instanceof ItemEvent item && wanted.test(item);
    }

    /** Asks for histories and knows the whole ledger to compare with. */
    private record Asking(MemoryService service, int limit) {
        History.Page page(Subject subject, String id, long from) {
            StreamReads reads = new StreamReads(service.ledger);
            CycleView cycle = service.cycles.require("c");
            return new History(reads, new SubmissionSearch(reads), new AuditedCycles(service.cycles))
                    .page(cycle, subject, id, new History.Range(from, limit), false);
        }

        List<RecordedEvent> whole() {
            return service.ledger.read(0, 10_000).stream()
                    .map(StoredCommit::events)
                    .flatMap(List::stream)
                    .map(StreamReads::decode)
                    .toList();
        }

        void expect(Subject subject, String id, Predicate<RecordedEvent> wanted) {
            List<Long> expected =
                    whole().stream().filter(wanted).map(RecordedEvent::position).toList();
            List<Long> paged = new ArrayList<>();
            Long next = 0L;
            while (next != null) {
                History.Page page = page(subject, id, next);
                assertThat(page.events())
                        .hasSizeLessThanOrEqualTo(limit)
                        .allSatisfy(line -> assertThat(line.commitHash()).matches("[0-9a-f]{64}"));
                page.events().forEach(line -> paged.add(line.position()));
                next = page.next();
            }
            assertThat(paged).isEqualTo(expected);
            LongStream.range(0, service.ledger.size())
                    .forEach(from -> assertThat(page(subject, id, from).events())
                            .extracting(EventLine::position)
                            .isEqualTo(expected.stream()
                                    .filter(position -> position >= from)
                                    .limit(limit)
                                    .toList()));
        }
    }
}
