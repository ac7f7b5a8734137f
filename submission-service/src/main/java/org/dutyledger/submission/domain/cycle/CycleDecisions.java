package org.dutyledger.submission.domain.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dutyledger.document.record.Forms;
import org.dutyledger.events.CycleEvent.CycleClosed;
import org.dutyledger.events.CycleEvent.CycleOpenedV2;
import org.dutyledger.events.CycleEvent.IssuedFile;
import org.dutyledger.events.CycleEvent.OrganisationRegistered;
import org.dutyledger.events.CycleEvent.ReportIssuedV3;
import org.dutyledger.indicators.EvidenceHolder;
import org.dutyledger.indicators.Framework;
import org.dutyledger.submission.domain.Decision;
import org.dutyledger.submission.domain.Refusal;
import org.dutyledger.submission.domain.RefusalCode;
import org.dutyledger.submission.domain.cycle.CycleCommand.CloseCycle;
import org.dutyledger.submission.domain.cycle.CycleCommand.OpenCycle;
import org.dutyledger.submission.domain.cycle.CycleCommand.Organisation;
import org.dutyledger.submission.domain.cycle.CycleCommand.RecordReport;
import org.dutyledger.submission.domain.cycle.CycleCommand.RegisterOrganisations;

/** Decides what may happen to a cycle. Pure functions. */
final class CycleDecisions {
    /** Names and media types are later used in a path and a header. */
    private static final Pattern FILE_NAME = Pattern.compile("[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]{0,254}");

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w.+-]{1,60}/[\\w.+-]{1,100}(; ?charset=[\\w-]{1,40})?");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private CycleDecisions() {}

    static Decision open(OpenCycle command) {
        List<Refusal> refusals = new ArrayList<>();
        demand(refusals, Forms.isCycle(command.cycle()), "cycle", "1 to 40 of a-z, 0-9 and -");
        demand(
                refusals,
                Forms.isJurisdiction(command.jurisdiction()),
                "jurisdiction",
                "a division code of 6, 9 or 12 digits (GB/T 2260)");
        demand(
                refusals,
                Forms.isName(command.jurisdictionName()),
                "jurisdictionName",
                "1 to 100 characters on one line");
        Instant deadline = command.deadline();
        demand(refusals, Forms.isDeadline(deadline), "deadline", "a time between 1990 and 2200");
        Framework framework = command.catalogue().framework();
        // periods and base years of a framework belong to its year: in a cycle of another one no figure would be
        // accepted
        demand(
                refusals,
                command.year() == framework.year(),
                "year",
                framework.year() + ", the year of framework " + framework.id());
        return Decision.of(
                refusals,
                List.of(new CycleOpenedV2(
                        command.cycle(),
                        command.jurisdiction(),
                        command.jurisdictionName(),
                        command.year(),
                        framework.id(),
                        framework.version(),
                        framework.sha256(),
                        deadline,
                        framework.holders().stream().map(EvidenceHolder::id).toList())));
    }

    static Decision register(CycleAggregateState state, RegisterOrganisations command) {
        if (state.closed()) {
            return closed();
        }
        Map<String, String> roles = command.catalogue().framework().roles();
        List<Refusal> refusals = new ArrayList<>();
        List<OrganisationRegistered> events = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < command.organisations().size(); index++) {
            Organisation one = command.organisations().get(index);
            String id = one.organisation();
            if (!Forms.isOrganisation(id) || !Forms.isName(one.name())) {
                refusals.add(new Refusal(
                        index,
                        null,
                        RefusalCode.INVALID_FIELD,
                        "an organisation has an id of 1 to 60 letters, digits, '.', '_' or '-' and a name",
                        "填报单位须有编号（字母、数字、. _ -，最多 60 位）和名称"));
            } else if (!seen.add(id)) {
                refusals.add(new Refusal(
                        index,
                        id,
                        RefusalCode.DUPLICATE_ORGANISATION,
                        "organisation '" + id + "' occurs twice",
                        "填报单位“" + id + "”重复"));
            } else if (one.roles().isEmpty() || !roles.keySet().containsAll(one.roles())) {
                String known = String.join(", ", new TreeSet<>(roles.keySet()));
                refusals.add(new Refusal(
                        index,
                        id,
                        RefusalCode.UNKNOWN_ROLE,
                        "an organisation needs at least one role of the framework: " + known,
                        "填报单位须至少有一个本指标体系的角色：" + known));
            } else if (!one.equals(state.organisations().get(id))) {
                events.add(new OrganisationRegistered(command.cycle(), id, one.name(), one.roles()));
            }
        }
        return Decision.of(refusals, events);
    }

    static Decision close(CycleAggregateState state, CloseCycle command) {
        if (state.closed()) {
            return closed();
        }
        if (!Forms.isReason(command.reason())) {
            return refused(RefusalCode.REASON_REQUIRED, "closing needs a reason of at most 1000 characters", "关闭须说明理由");
        }
        return Decision.of(List.of(), List.of(new CycleClosed(command.cycle(), command.reason())));
    }

    /** A report may be issued from an open cycle and from a closed one. */
    static Decision issue(CycleAggregateState state, RecordReport command) {
        if (state.reports().contains(command.report())) {
            return refused(
                    RefusalCode.REPORT_EXISTS,
                    "report '" + command.report() + "' was issued before; an issued report never changes",
                    "报告“" + command.report() + "”已发布，已发布的报告不再改变");
        }
        List<Refusal> refusals = new ArrayList<>();
        demand(
                refusals,
                Forms.isReport(command.report()),
                "report",
                "1 to 80 letters, digits, '.', '_', '-', no '.' first");
        demand(refusals, command.upToPosition() >= 0, "upToPosition", "a position of the ledger");
        demand(refusals, SHA256.matcher(command.modelSha256()).matches(), "modelSha256", "64 lower-case hex digits");
        demand(
                refusals,
                command.files().stream().allMatch(CycleDecisions::isFile),
                "files",
                "files with a plain name, mediaType, sha256 and size");
        return Decision.of(
                refusals,
                List.of(new ReportIssuedV3(
                        command.cycle(),
                        command.report(),
                        command.upToPosition(),
                        command.streamsRoot(),
                        command.form(),
                        command.modelSha256(),
                        command.files())));
    }

    private static Decision closed() {
        return refused(RefusalCode.CYCLE_CLOSED, "the cycle is closed", "本评价周期已关闭");
    }

    private static Decision refused(RefusalCode code, String text, String textZh) {
        return new Decision.Refused(List.of(Refusal.whole(code, text, textZh)));
    }

    private static void demand(List<Refusal> refusals, boolean holds, String field, String right) {
        if (!holds) {
            refusals.add(
                    Refusal.whole(RefusalCode.INVALID_FIELD, field + ": expected " + right, field + " 填写不正确：" + right));
        }
    }

    private static boolean isFile(IssuedFile file) {
        return FILE_NAME.matcher(file.name()).matches()
                && MEDIA_TYPE.matcher(file.mediaType()).matches()
                && SHA256.matcher(file.sha256()).matches()
                && file.size() > 0;
    }
}
