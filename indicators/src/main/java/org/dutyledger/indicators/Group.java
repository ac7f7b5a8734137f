package org.dutyledger.indicators;

import java.util.List;

/** One of the groups of indicators, for example （三）落实教育保障政策; {@code number} counts from 1. */
public record Group(int number, String title, List<Indicator> indicators) {
    public Group {
        indicators = List.copyOf(indicators);
    }
}
