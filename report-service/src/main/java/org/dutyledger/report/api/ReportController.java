package org.dutyledger.report.api;

import java.net.URI;
import java.util.List;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.events.CycleEvent.CycleOpened;
import org.dutyledger.kit.BlockingCalls;
import org.dutyledger.kit.Caller;
import org.dutyledger.report.issue.IssuedReport;
import org.dutyledger.report.issue.ReportIssuer;
import org.dutyledger.report.issue.ReportQueries;
import org.dutyledger.report.proof.ProofBundles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Drafts, issuing, and the files of issued reports. */
@RestController
@RequestMapping("/api/v1/cycles/{cycle}/reports")
class ReportController {
    private static final String[] READERS = {"office", "supervisor", "auditor"};
    private final BlockingCalls blocking;
    private final ReportIssuer issuer;
    private final ReportQueries queries;
    private final ProofBundles proofs;

    ReportController(BlockingCalls blocking, ReportIssuer issuer, ReportQueries queries, ProofBundles proofs) {
        this.blocking = blocking;
        this.issuer = issuer;
        this.queries = queries;
        this.proofs = proofs;
    }

    @GetMapping("/draft.html")
    Mono<ResponseEntity<byte[]>> draftHtml(@PathVariable String cycle, Caller caller) {
        return blocking.call(() -> {
            FileNames names = check(caller, cycle, READERS);
            return file(queries.draftHtml(cycle), names.draftDisposition("inline", ".html"));
        });
    }

    @GetMapping("/draft.docx")
    Mono<ResponseEntity<byte[]>> draftDocx(@PathVariable String cycle, Caller caller) {
        return blocking.call(() -> {
            FileNames names = check(caller, cycle, READERS);
            return file(queries.draftDocx(cycle), names.draftDisposition("attachment", ".docx"));
        });
    }

    @PostMapping
    Mono<ResponseEntity<ReportView>> issue(
            @PathVariable String cycle,
            @RequestBody(required = false) @Nullable IssueRequest request,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            Caller caller) {
        return blocking.call(() -> {
            caller.require("office");
            IssueRequest asked = request == null ? IssueRequest.NOW : request;
            IssuedReport issued = issuer.issue(
                    cycle,
                    jurisdiction -> checkSight(caller, cycle, jurisdiction),
                    asked.upToPosition(),
                    asked.mayBeIncomplete(),
                    bearer);
            ReportView view = ReportView.of(issued, FileNames.of(queries.opened(cycle)));
            URI location = URI.create("/api/v1/cycles/" + view.cycle() + "/reports/" + view.report());
            return ResponseEntity.created(location).body(view);
        });
    }

    @GetMapping
    Mono<List<ReportView>> list(@PathVariable String cycle, Caller caller) {
        return blocking.call(() -> {
            FileNames names = check(caller, cycle, "office", "supervisor", "auditor", "service");
            return queries.issued(cycle).stream()
                    .map(report -> ReportView.of(report, names))
                    .toList();
        });
    }

    @GetMapping("/{report}/{file}")
    Mono<ResponseEntity<byte[]>> issued(
            @PathVariable String cycle, @PathVariable String report, @PathVariable String file, Caller caller) {
        return blocking.call(() -> {
            FileNames names = check(caller, cycle, "office", "supervisor", "auditor", "service");
            RenderedFile found = queries.file(cycle, report, file);
            String type = found.mediaType().startsWith("text/html") ? "inline" : "attachment";
            return file(found, names.disposition(type, report, FileNames.endOf(file)));
        });
    }

    /** The proof of an issued report, streamed at the reader's pace; one that breaks off is not valid JSON. */
    @GetMapping("/{report}/proof")
    Mono<ResponseEntity<Flux<byte[]>>> proof(
            @PathVariable String cycle,
            @PathVariable String report,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            Caller caller) {
        return blocking.call(() -> {
                    check(caller, cycle, "office", "supervisor", "auditor", "service");
                    return proofs.find(cycle, report);
                })
                .flatMap(found -> proofs.bundle(found, bearer))
                .map(bundle -> ResponseEntity.ok()
                        .contentType(ProofBundles.MEDIA_TYPE)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                FileNames.of(queries.opened(cycle)).disposition("attachment", report, ReportView.PROOF))
                        .header("X-Content-Type-Options", "nosniff")
                        .body(bundle));
    }

    private FileNames check(Caller caller, String cycle, String... roles) {
        caller.require(roles);
        CycleOpened opened = queries.opened(cycle);
        checkSight(caller, cycle, opened.jurisdiction());
        return FileNames.of(opened);
    }

    private static void checkSight(Caller caller, String cycle, String jurisdiction) {
        if (!caller.sees(jurisdiction)) {
            throw ReportQueries.unknownCycle(cycle);
        }
    }

    private static ResponseEntity<byte[]> file(RenderedFile file, String disposition) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .eTag(file.sha256())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                // the page holds submitted text: nothing in it may load or run
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .header("X-Content-Type-Options", "nosniff")
                .body(file.bytes());
    }
}
