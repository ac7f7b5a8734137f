package org.dutyledger.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dutyledger.report.completeness.OpenItem;
import org.dutyledger.submission.domain.RefusalCode;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} lists every code that a service answers with, and no other. */
class ErrorCodesTest {
    private static final Pattern THROWN = Pattern.compile("new Problem\\(\\s*\\d+,\\s*\"([A-Z_]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$");
    /** Of an answer of the ledger's owner that cannot be read. */
    private static final String WITHOUT_CODE = "NOT_RECORDED";

    private final SourceTree tree = SourceTree.ofThisCheckout();

    @Test
    void everyCode_isListedWithCauseAndCure() throws IOException {
        Set<String> codes = tree.main().stream()
                .flatMap(source -> matches(THROWN, source.text()))
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(RefusalCode.values()).map(Enum::name).forEach(codes::add);
        Arrays.stream(OpenItem.Reason.values()).map(Enum::name).forEach(codes::add);
        codes.add(WITHOUT_CODE);
        assertThat(codes).hasSizeGreaterThan(90);
        Set<String> listed = matches(ROW, tree.file("docs/errors.md")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(codes);
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }
}
