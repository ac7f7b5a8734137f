package org.dutyledger.submission;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.dutyledger.indicators.files.FrameworkRegistry;
import org.dutyledger.ledger.Ledger;
import org.dutyledger.ledger.axon.AppendReceipts;
import org.dutyledger.ledger.axon.TimeOrderedIds;
import org.dutyledger.ledger.memory.MemoryLedger;
import org.dutyledger.submission.audit.proof.ComputedReports;
import org.dutyledger.submission.audit.proof.CycleStreams;
import org.dutyledger.submission.framework.Catalogue;
import org.dutyledger.submission.intake.CommandSender;
import org.dutyledger.submission.intake.Origin;
import org.dutyledger.submission.intake.RecentAggregates;
import org.dutyledger.submission.intake.RisingClock;
import org.dutyledger.submission.intake.SubmissionAnswer;
import org.dutyledger.submission.intake.SubmissionIntake;
import org.dutyledger.submission.intake.request.CycleRequest;
import org.dutyledger.submission.intake.request.Request;
import org.dutyledger.submission.intake.request.StrictJson;
import org.dutyledger.submission.intake.request.SubmissionRequest;
import org.dutyledger.submission.view.CycleDirectory;
import org.dutyledger.submission.view.ItemFold;

/** One instance of the service without endpoints, wired as in production, on any ledger. */
public final class MemoryService {
    public static final Instant NOW = Instant.parse("2022-03-01T08:00:00.123Z");

    public final Ledger ledger;
    public final CycleDirectory cycles;
    public final SubmissionIntake intake;

    /** A service on a ledger of its own. */
    public MemoryService() {
        this(new MemoryLedger());
    }

    /** One more instance on a ledger. */
    public MemoryService(Ledger ledger) {
        this(ledger, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** An instance with a clock of its own. */
    public MemoryService(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        IntakeWiring.IntakeClock time = new IntakeWiring.IntakeClock(
                new TimeOrderedIds(Clock.systemUTC(), new SecureRandom()), new RisingClock(clock, ledger));
        AppendReceipts receipts = new AppendReceipts();
        AxonWiring axon = new AxonWiring();
        RecentAggregates recent = axon.recentAggregates();
        EmbeddedEventStore store = axon.eventStore(axon.storageEngine(ledger, receipts, new PublisherSignal(), time));
        FrameworkRegistry<Catalogue> frameworks =
                new FrameworkRegistry<>(List.of(TestFrameworks.CATALOGUE), Catalogue::framework);
        this.cycles = new CycleDirectory(ledger, frameworks, System::nanoTime);
        this.intake = new SubmissionIntake(
                ledger,
                new CommandSender(axon.commandBus(store, recent), receipts, recent),
                new Request.Situation(
                        cycles,
                        frameworks,
                        new ItemFold(ledger),
                        new CycleStreams(ledger),
                        new ComputedReports(ledger)),
                time.ids(),
                time.clock());
    }

    /** Opens cycle {@code c} with the finance bureau {@code czj} and the education bureau {@code jtj}. */
    public MemoryService withCycle() {
        accept(new CycleRequest.Open("c", "330602", "越城区", 2021, "small", null), null);
        withCycleOrganisations();
        return this;
    }

    /** Registers the two bureaus; the second time that changes nothing. */
    public void withCycleOrganisations() {
        accept(
                StrictJson.read("""
                                {"organisations":[{"organisation":"czj","name":"财政局","roles":["finance"]},
                                 {"organisation":"jtj","name":"教体局","roles":["education"]}]}""".getBytes(java.nio.charset.StandardCharsets.UTF_8), CycleRequest.Register.Body.class)
                        .in("c"),
                null);
    }

    public SubmissionAnswer accept(Request request, String key) {
        return intake.accept(request, new Origin("http", "tester", key));
    }

    /** The same, called by the subject of another token. */
    public SubmissionAnswer acceptOf(String subject, Request request, String key) {
        return intake.accept(request, new Origin("http", subject, key));
    }

    /** Submits items, written as JSON, for the finance bureau. */
    public SubmissionAnswer submit(String key, String items) {
        return accept(submission("czj", items, false), key);
    }

    public static SubmissionRequest submission(String organisation, String items, boolean dryRun) {
        String body = "{\"organisation\":\"" + organisation + "\",\"items\":[" + items + "]}";
        return StrictJson.read(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), SubmissionRequest.Body.class)
                .in("c", dryRun);
    }

    public static String budget(String value) {
        return "{\"action\":\"submit\",\"type\":\"figure\",\"item\":\"budget\",\"unit\":\"亿元\",\"value\":\"" + value
                + "\"}";
    }

    public static String schools(String value) {
        return "{\"action\":\"submit\",\"type\":\"figure\",\"item\":\"schools\",\"unit\":\"所\",\"value\":\"" + value
                + "\"}";
    }
}
