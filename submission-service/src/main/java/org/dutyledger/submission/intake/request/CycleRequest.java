package org.dutyledger.submission.intake.request;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.kit.Problem;
import org.dutyledger.proof.tree.StreamsRoot;
import org.dutyledger.submission.audit.proof.ComputedReports.Computed;
import org.dutyledger.submission.domain.DutyCommand;
import org.dutyledger.submission.domain.cycle.CycleCommand;
import org.dutyledger.submission.framework.Catalogue;
import org.dutyledger.submission.view.CycleView;
import org.jspecify.annotations.Nullable;

/** The office's requests about a cycle. */
public sealed interface CycleRequest extends Request {

    /** Opens a cycle. The body is the whole request. */
    record Open(
            @Nullable String cycle,
            @Nullable String jurisdiction,
            @Nullable String jurisdictionName,
            @Nullable Integer year,
            @Nullable String framework,
            @Nullable String deadline)
            implements CycleRequest {
        @Override
        public String cycle() {
            return Form.text(cycle, "cycle");
        }

        /** The jurisdiction, which the caller must be responsible for. */
        @Override
        public String jurisdiction() {
            return Form.text(jurisdiction, "jurisdiction");
        }

        @Override
        public String kind() {
            return "Open";
        }

        @Override
        public DutyCommand command(Stamp stamp, Situation situation) {
            String id = Form.text(framework, "framework");
            Catalogue catalogue = situation
                    .frameworks()
                    .newest(id)
                    .orElseThrow(() -> new Problem(
                            422,
                            "FRAMEWORK_UNKNOWN",
                            "there is no such framework; known are "
                                    + String.join(", ", situation.frameworks().ids())));
            int ofYear = Form.present(year, "year");
            situation.cycles().requireFree(cycle(), jurisdiction(), id, ofYear);
            return new CycleCommand.OpenCycle(
                    cycle(),
                    jurisdiction(),
                    Form.text(jurisdictionName, "jurisdictionName"),
                    ofYear,
                    catalogue,
                    time(deadline));
        }

        private static @Nullable Instant time(@Nullable String text) {
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new Problem(400, "WRONG_JSON", "deadline is a time such as 2022-03-31T16:00:00Z");
            }
        }
    }

    /** Registers organisations. */
    record Register(String cycle, List<Organisation> organisations) implements CycleRequest {
        /** The HTTP body. */
        public record Body(@Nullable List<@Nullable Organisation> organisations) {
            /** Completes it to a request. */
            public Register in(String cycle) {
                return new Register(cycle, Form.list(organisations, "organisations", 2_000));
            }
        }

        /** One organisation. */
        public record Organisation(
                @Nullable String organisation,
                @Nullable String name,
                @Nullable List<@Nullable String> roles) {
            private CycleCommand.Organisation toCommand() {
                return new CycleCommand.Organisation(
                        Form.text(organisation, "organisations[].organisation"),
                        Form.text(name, "organisations[].name"),
                        Form.list(roles, "organisations[].roles", 50));
            }
        }

        @Override
        public String kind() {
            return "Register";
        }

        @Override
        public DutyCommand command(Stamp stamp, Situation situation) {
            return new CycleCommand.RegisterOrganisations(
                    cycle,
                    situation.cycles().require(cycle).catalogue(),
                    organisations.stream().map(Organisation::toCommand).toList());
        }
    }

    /** Closes a cycle. */
    record Close(String cycle, String reason) implements CycleRequest {
        /** The HTTP body. */
        public record Body(@Nullable String reason) {
            /** Completes it to a request. */
            public Close in(String cycle) {
                return new Close(cycle, Form.text(reason, "reason"));
            }
        }

        @Override
        public String kind() {
            return "Close";
        }

        @Override
        public DutyCommand command(Stamp stamp, Situation situation) {
            return new CycleCommand.CloseCycle(
                    cycle, situation.cycles().require(cycle).catalogue(), reason);
        }
    }

    /** Records an issued report. */
    record Issue(String cycle, String report, long upToPosition, String modelSha256, List<IssuedFile> files)
            implements CycleRequest {
        /** The HTTP body. */
        public record Body(
                @Nullable String report,
                @Nullable Long upToPosition,
                @Nullable String modelSha256,
                @Nullable List<@Nullable IssuedFile> files) {
            /** Completes it to a request. */
            public Issue in(String cycle) {
                return new Issue(
                        cycle,
                        Form.text(report, "report"),
                        Form.present(upToPosition, "upToPosition"),
                        Form.text(modelSha256, "modelSha256"),
                        Form.list(files, "files", 50).stream()
                                .map(Body::complete)
                                .toList());
            }

            private static IssuedFile complete(IssuedFile file) {
                return new IssuedFile(
                        Form.text(file.name(), "files[].name"),
                        Form.text(file.mediaType(), "files[].mediaType"),
                        Form.text(file.sha256(), "files[].sha256"),
                        file.size());
            }
        }

        @Override
        public String kind() {
            return "Issue";
        }

        @Override
        public DutyCommand command(Stamp stamp, Situation situation) {
            CycleView view = situation.cycles().require(cycle);
            situation.cycles().requireCommitEnd(upToPosition);
            List<StreamsRoot.End> streams = situation.streams().upTo(view, upToPosition);
            if (streams.isEmpty()) {
                throw new Problem(422, "INVALID_FIELD", "upToPosition: the cycle was not open there yet");
            }
            Computed computed = situation.reports().of(view, upToPosition, streams);
            requireSame(computed);
            return new CycleCommand.RecordReport(
                    cycle, report, upToPosition, StreamsRoot.hex(streams), computed.form(), modelSha256, files);
        }

        /** A report is what the ledger's events give, or it is not recorded. */
        private void requireSame(Computed computed) {
            String differs = "";
            if (!modelSha256.equals(computed.modelSha256())) {
                differs = "its model has the SHA-256 " + computed.modelSha256() + " here";
            } else if (!files.equals(computed.files())) {
                differs = "its files are "
                        + computed.files().stream()
                                .map(f -> f.name() + " (" + f.mediaType() + ", " + f.size() + " bytes, SHA-256 "
                                        + f.sha256() + ")")
                                .collect(Collectors.joining(", "))
                        + " here";
            }
            if (!differs.isEmpty()) {
                throw new Problem(
                        409,
                        "REPORT_DIFFERS",
                        "this is not the report that the ledger gives up to position " + upToPosition + ": " + differs
                                + " (form " + computed.form() + ")");
            }
        }
    }
}
