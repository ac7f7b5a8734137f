package org.dutyledger.submission.it;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.dutyledger.document.ReportComputation;
import org.dutyledger.document.render.Renderers;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.RecordedEvent;
import org.dutyledger.indicators.files.FrameworkFiles;
import tools.jackson.databind.JsonNode;

/** Makes reports from the audit feed and has them recorded for the office, as report-service does. */
final class ReportMaker {
    private static final ReportComputation COMPUTATION =
            new ReportComputation(FrameworkFiles.newest("zhejiang-county-2021").framework());
    private final RunningService service;

    ReportMaker(RunningService service) {
        this.service = service;
    }

    /** Hashes as they are to be recorded. */
    record Made(String report, long upTo, String modelSha256, List<IssuedFile> files) {
        String body() {
            StringBuilder json = new StringBuilder("{\"report\":\"" + report + "\",\"upToPosition\":" + upTo
                    + ",\"modelSha256\":\"" + modelSha256 + "\",\"files\":[");
            for (IssuedFile f : files) {
                json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
                        .append("{\"name\":\"" + f.name() + "\",\"mediaType\":\"" + f.mediaType() + "\",\"sha256\":\""
                                + f.sha256() + "\",\"size\":" + f.size() + "}");
            }
            return json.append("]}").toString();
        }
    }

    Made make(String cycle, String report, long upTo) {
        ReportModel model = COMPUTATION.of(cycle, upTo, events(upTo)).model();
        return new Made(
                report,
                upTo,
                model.sha256(),
                new Renderers()
                        .files(model).stream()
                                .map(f -> new IssuedFile(f.name(), f.mediaType(), f.sha256(), f.bytes().length))
                                .toList());
    }

    /** As report-service for the office of the cycle's jurisdiction, with whose code the cycle's id begins. */
    Api.Answer record(String cycle, String body) {
        return service.as("service")
                .onBehalfOf(service.asOf(cycle.substring(0, 6), "office"))
                .post("/cycles/" + cycle + "/issued-reports", body);
    }

    Api.Answer issue(String cycle, String report, long upTo) {
        return record(cycle, make(cycle, report, upTo).body());
    }

    private List<RecordedEvent> events(long upTo) {
        List<RecordedEvent> events = new ArrayList<>();
        while (events.size() <= upTo) {
            JsonNode page = service.as("auditor")
                    .get("/ledger/events?limit=500&from=" + events.size())
                    .body();
            for (JsonNode e : page.path("events")) {
                byte[] data = Base64.getDecoder().decode(e.path("data").asString());
                events.add(RecordedEvent.decode(e.path("position").asLong(), null, data));
            }
        }
        return events;
    }
}
