package org.dutyledger.report.issue;

import java.util.List;
import java.util.Map;
import org.dutyledger.document.render.DocxRenderer;
import org.dutyledger.document.render.HtmlRenderer;
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.state.CycleState;
import org.dutyledger.document.state.CycleState.Opening;
import org.dutyledger.document.template.EvaluationReach;
import org.dutyledger.document.template.ReportModel;
import org.dutyledger.document.template.ReportTemplate;
import org.dutyledger.events.IndicatorEvaluated;
import org.dutyledger.indicators.Framework;
import org.dutyledger.kit.Problem;

/** Makes model and files of a state: the one way, for drafts and for issued reports. */
public final class Composer {
    private final FrameworkStore frameworks;
    private final DocxRenderer docx = new DocxRenderer();
    private final HtmlRenderer html = new HtmlRenderer();

    public Composer(FrameworkStore frameworks) {
        this.frameworks = frameworks;
    }

    /**
     * The model of a state.
     *
     * @throws Problem 404 {@code CYCLE_UNKNOWN}; 409 {@code EVALUATION_NOT_KEPT} when scoring passed over this position
     */
    ReportModel model(CycleState state, Map<String, IndicatorEvaluated> evaluations) {
        Opening opening = state.opening();
        if (opening == null) {
            throw new Problem(404, "CYCLE_UNKNOWN", "there is no cycle '" + state.cycle() + "' at " + state.upTo());
        }
        Framework framework = frameworks.of(opening.event());
        Map<String, Long> outdated = new EvaluationReach(framework).outdated(state, evaluations);
        if (!outdated.isEmpty()) {
            throw new Problem(
                    409,
                    "EVALUATION_NOT_KEPT",
                    "scoring evaluated indicators " + outdated.keySet() + " only after position " + state.upTo()
                            + "; issue without upToPosition, or at a later position");
        }
        return ReportTemplate.model(framework, state, evaluations);
    }

    RenderedFile html(ReportModel model) {
        return html.render(model);
    }

    RenderedFile docx(ReportModel model) {
        return docx.render(model);
    }

    /** Every form of the report. */
    List<RenderedFile> files(ReportModel model) {
        return List.of(docx(model), html(model));
    }
}
