package org.dutyledger.scoring.intake.publish;

import java.util.List;
import org.dutyledger.events.IndicatorEvaluated;

/** Where evaluations go. */
public interface EvaluationPublisher {
    /**
     * Sends evaluations and after them the watermark; returns when all of them are durable.
     *
     * @throws RuntimeException when that is not certain; sending all of it again is right then
     */
    void publish(List<IndicatorEvaluated> evaluations, long applied);
}
