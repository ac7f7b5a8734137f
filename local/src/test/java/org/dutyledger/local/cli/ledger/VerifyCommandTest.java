package org.dutyledger.local.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What holds and what not is tested where it is decided; here, that the command asks there. */
class VerifyCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void notABundle_isReportedInBothLanguages() throws Exception {
        Path file = Files.writeString(directory.resolve("report.proof.json"), "{}");
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("核验不通过（BUNDLE_FORM）");
        assertThat(run(file.toString(), "--lang", "en")).isEqualTo(1);
        assertThat(out.toString()).contains("Does NOT hold (BUNDLE_FORM)");
    }

    @Test
    void fileThatIsNotThere_isNamed() {
        assertThat(run(directory.resolve("nothing").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot read", "nothing");
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new VerifyCommand());
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
