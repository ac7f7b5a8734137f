package org.dutyledger.report.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.checker.ReportChecker;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.sample.EventScript;
import org.dutyledger.document.sample.Samples;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.CycleEvent.ReportIssuedV2;
import org.dutyledger.events.CycleEvent.ReportIssuedV3;
import org.dutyledger.kit.Problem;
import org.dutyledger.report.view.AuditFeed;
import org.dutyledger.report.view.ReportProjection;
import org.dutyledger.report.view.Stored;
import org.junit.jupiter.api.Test;

class ReportIssuerIT extends Issuing {
    @Test
    void issuedReport_isListedAndItsFilesAreSound() {
        IssuedReport report = issue(null);
        assertThat(queries.issued(CYCLE)).containsExactly(report);
        assertThat(report.report()).matches("r13-[0-9a-f]{12}");
        assertThat(report.files()).hasSize(2);
        for (var file : report.files()) {
            RenderedFile stored = queries.file(CYCLE, report.report(), file.name());
            assertThat(stored.bytes()).hasSize((int) file.size());
            assertThat(ReportChecker.problems(ReportChecker.read(stored.bytes()), script.ledger()))
                    .isEmpty();
        }
    }

    @Test
    void samePosition_isRecordedOnce_withTheSameBytes() {
        IssuedReport first = issue(13L);
        IssuedReport again = issue(13L);
        assertThat(again).isEqualTo(first);
        assertThat(recorded).hasSize(1);
    }

    @Test
    void reportOfAnEarlierRenderer_staysAsItWasIssued() {
        RenderedFile old = new RenderedFile("report.html", "text/html", "earlier".getBytes(StandardCharsets.UTF_8));
        ReportIssuer then = new ReportIssuer(
                replay,
                check,
                projection,
                files,
                (event, bearer) -> record(asRenderedThen(event, old), bearer),
                TIMEOUT);
        form = "0";
        String id = then.issue(CYCLE, jurisdiction -> {}, 13L, true, "Bearer x").report();
        files.put(CYCLE, id, replay.report(CYCLE, 13).model(), List.of(old));
        IssuedReport first = queries.issued(CYCLE).get(0);

        assertThat(issue(13L)).isEqualTo(first);
        assertThat(queries.file(CYCLE, first.report(), old.name()).bytes()).isEqualTo(old.bytes());
        assertThat(recorded).hasSize(1);
    }

    private static IssueRecorder.Issue asRenderedThen(IssueRecorder.Issue event, RenderedFile file) {
        return new IssueRecorder.Issue(
                event.cycle(),
                event.report(),
                event.upToPosition(),
                event.modelSha256(),
                List.of(new IssuedFile(file.name(), file.mediaType(), file.sha256(), file.bytes().length)));
    }

    @Test
    void withoutNews_theSameReportIsGivenAgain() {
        IssuedReport first = issue(null);
        projection.scored(script.last());
        assertThat(issue(null)).isEqualTo(first);
        assertThat(recorded).hasSize(1);
        assertThat(queries.issued(CYCLE)).containsExactly(first);
    }

    @Test
    void recordOfAReport_isPartOfTheNextState_notOfItsModel() {
        IssuedReport first = issue(null);
        projection.scored(script.last());
        IssuedReport second = issue(first.position());
        assertThat(second.upToPosition()).isEqualTo(first.position());
        assertThat(queries.issued(CYCLE)).containsExactly(second, first);
    }

    @Test
    void fileWhoseRecordIsOnItsWay_isAskedForAgain_notUnknown() {
        ReportIssuer recordedElsewhere =
                new ReportIssuer(replay, check, projection, files, (event, bearer) -> 14, TIMEOUT);
        IssuedReport report = recordedElsewhere.issue(CYCLE, jurisdiction -> {}, 13L, true, "Bearer x");
        assertThatThrownBy(() -> queries.file(CYCLE, report.report(), "report.html"))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.code()).isEqualTo("PROJECTION_BEHIND");
                    assertThat(p.retryAfter()).isNotNull();
                });
        assertThatThrownBy(() -> queries.file(CYCLE, "r0-0", "report.html"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("FILE_UNKNOWN"));
    }

    @Test
    void model_isKept_andAReportWithoutARecordIsUnknownOrOnItsWay() {
        IssuedReport report = issue(null);
        assertThat(files.model(CYCLE, report.report()))
                .hasValue(replay.report(CYCLE, report.upToPosition()).model().canonical());
        assertThat(queries.report(CYCLE, report.report())).isEqualTo(report);
        assertThatThrownBy(() -> queries.report(CYCLE, "r0-0"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("REPORT_UNKNOWN"));
        files.putModel(CYCLE, "r0-0", new byte[] {1});
        assertThatThrownBy(() -> queries.report(CYCLE, "r0-0"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("PROJECTION_BEHIND"));
    }

    @Test
    void recordNotComparedWithTheEvents_isNotListed() {
        IssuedReport report = issue(null);
        script.add(
                "cycle/" + CYCLE,
                new ReportIssuedV2(CYCLE, "r-old", 13, "ab".repeat(32), report.modelSha256(), report.files()));
        apply();
        assertThat(queries.issued(CYCLE)).containsExactly(report);
        assertNotProven("r-old");
    }

    @Test
    void recordMadeByHand_isNotListed_andDoesNotReplaceTheTrueOne() {
        long upTo = script.last();
        String id =
                "r" + upTo + "-" + replay.report(CYCLE, upTo).model().sha256().substring(0, 12);
        script.add(
                "cycle/" + CYCLE,
                new ReportIssuedV3(
                        CYCLE,
                        id,
                        upTo,
                        "ab".repeat(32),
                        ReportComputation.FORM,
                        "cd".repeat(32),
                        List.of(new IssuedFile("report.docx", "x/y", "cd".repeat(32), 9))));
        apply();
        assertThat(queries.issued(CYCLE)).isEmpty();
        assertNotProven(id);
        // the ledger would refuse it: there is a report of that name
        issue(upTo);
        assertThat(recorded).hasSize(1);
    }

    /** The stored files have the recorded hashes, but differ from the rendered model. */
    @Test
    void recordOfOtherFiles_isNotListed_thoughTheyAreStoredSo() {
        long upTo = script.last();
        RenderedFile other = new RenderedFile("report.html", "text/html", "99.87".getBytes(StandardCharsets.UTF_8));
        ReportModel model = replay.report(CYCLE, upTo).model();
        files.put(CYCLE, "r-other", model, List.of(other));
        script.add(
                "cycle/" + CYCLE,
                new ReportIssuedV3(
                        CYCLE,
                        "r-other",
                        upTo,
                        "ab".repeat(32),
                        ReportComputation.FORM,
                        model.sha256(),
                        List.of(new IssuedFile(
                                other.name(), other.mediaType(), other.sha256(), other.bytes().length))));
        apply();
        assertThat(queries.issued(CYCLE)).isEmpty();
        assertNotProven("r-other");
    }

    @Test
    void lostFiles_areMadeAgain_soThatTheReportIsListed() {
        IssuedReport report = issue(null);
        database.getCollection("files").deleteMany(new Document());
        database.getCollection("models").deleteMany(new Document());
        assertThat(queries.issued(CYCLE)).containsExactly(report);
        for (IssuedFile file : report.files()) {
            assertThat(queries.file(CYCLE, report.report(), file.name()).sha256())
                    .isEqualTo(file.sha256());
        }
    }

    private void assertNotProven(String report) {
        assertThatThrownBy(() -> queries.report(CYCLE, report))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("REPORT_NOT_PROVEN"));
        assertThatThrownBy(() -> queries.file(CYCLE, report, "report.docx"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("REPORT_NOT_PROVEN"));
    }

    @Test
    void alteredFile_isNotGivenOut() {
        IssuedReport report = issue(null);
        database.getCollection("files")
                .updateOne(
                        Filters.eq("_id", CYCLE + "/" + report.report() + "/report.html"),
                        Updates.set("data", new Binary("别的".getBytes(StandardCharsets.UTF_8))));
        assertThatThrownBy(() -> queries.file(CYCLE, report.report(), "report.html"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("FILE_ALTERED"));
    }

    @Test
    void foreignCopy_isNoticed() {
        EventScript other = Samples.script().corrected("leaders", "81", "人", "18");
        AuditFeed foreign = (from, limit) -> new AuditFeed.Page(
                Stored.of(other).stream().skip(from).limit(limit).toList(),
                Stored.of(other).size());
        ReportIssuer issuerThere =
                new ReportIssuer(new LedgerReplay(foreign, composer), check, projection, files, this::record, TIMEOUT);
        apply(script.corrected("leaders", "19", "人", "18"));
        assertThatThrownBy(() -> issuerThere.issue(CYCLE, jurisdiction -> {}, script.last(), true, "Bearer x"))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.code()).isEqualTo("PROJECTION_DIFFERS");
                    assertThat(p.getMessage()).contains("item leaders");
                });
        assertThat(recorded).isEmpty();
    }

    @Test
    void alteredCopy_isNeitherIssuedNorPrinted_untilItIsAsStored() {
        IssuedReport report = issue(null);
        MongoCollection<Document> events = database.getCollection("g1.events");
        Document stored = events.find(Filters.eq("_id", 3L)).first();
        byte[] false9 = "{}".getBytes(StandardCharsets.UTF_8);
        List<Document> alterations = List.of(
                new Document(stored).append("data", new Binary(false9)),
                new Document(stored).append("hash", "ab".repeat(32)),
                new Document(stored).append("cycle", "330603-2021"));
        for (Document altered : alterations) {
            events.replaceOne(Filters.eq("_id", 3L), altered);
            assertAltered(() -> queries.draftHtml(CYCLE));
            assertAltered(() -> queries.issued(CYCLE));
            assertAltered(() -> queries.file(CYCLE, report.report(), "report.html"));
            assertAltered(() -> issue(report.upToPosition()));
            assertThat(projection.altered()).containsExactly(CYCLE);
        }
        events.deleteOne(Filters.eq("_id", 3L));
        assertAltered(() -> queries.draftHtml(CYCLE));
        events.insertOne(stored);
        copies.current().events().compareNext();
        assertThat(projection.altered()).isEmpty();
        assertThat(queries.issued(CYCLE)).containsExactly(report);
    }

    private static void assertAltered(ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("COPY_ALTERED"));
    }

    @Test
    void draftBeforeScoringHasSeenTheCycle_isBehind_notUnknown() {
        ReportProjection early = new ReportProjection(copies);
        early.applied(script.last());
        ReportQueries queriesOfThen = new ReportQueries(early, check, composer, files, genuine, TIMEOUT);
        assertThat(queriesOfThen.opened(CYCLE).jurisdiction()).isEqualTo("330602");
        assertThatThrownBy(() -> queriesOfThen.draftHtml(CYCLE))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("PROJECTION_BEHIND"));
    }

    @Test
    void foreignJurisdiction_isRefusedBeforeAnythingIsStored() {
        Problem no = new Problem(403, "NOT_YOUR_JURISDICTION", "no");
        assertThatThrownBy(() -> issuer.issue(
                        CYCLE,
                        jurisdiction -> {
                            assertThat(jurisdiction).isEqualTo("330602");
                            throw no;
                        },
                        null,
                        true,
                        "Bearer x"))
                .isSameAs(no);
        assertThat(database.getCollection("files").countDocuments()).isZero();
        assertThat(database.getCollection("models").countDocuments()).isZero();
    }
}
