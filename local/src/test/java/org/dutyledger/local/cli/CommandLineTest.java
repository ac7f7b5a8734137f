package org.dutyledger.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "demo",
                "submit",
                "status",
                "report",
                "replay",
                "diff",
                "export",
                "verify-ledger",
                "import",
                "verify",
                "cosign",
                "stop",
                "keys",
                "token"
            })
    void everyCommand_explainsItselfByExample(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Example", "./dutyledger " + command);
    }

    @Test
    void help_namesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("start", "demo", "submit", "status", "report", "replay", "diff", "export", "verify-ledger");
        assertThat(out.toString()).contains("stop", "keys", "token");
    }

    @Test
    void help_hasAWholeSentenceOnEveryCommand() {
        DutyLedger.commandLine().getSubcommands().forEach((name, command) -> assertThat(
                        command.getCommandSpec().usageMessage().description()[0])
                .as(name)
                .endsWith("."));
    }

    @Test
    void unknownCommand_isWrongUsage() {
        assertThat(run("repot")).isEqualTo(2);
        assertThat(err.toString()).contains("report");
    }

    @Test
    void twoMongos_areWrongUsage() {
        assertThat(run("start", "--embedded", "--mongodb-uri", "mongodb://db/")).isEqualTo(2);
    }

    @Test
    void mongodThatIsNone_isNamed() {
        String none = directory.resolve("mongod").toString();
        assertThat(run(
                        "start",
                        "--mongod",
                        none,
                        "--data",
                        directory.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("mongod names " + none + ", which is not a program");
    }

    @Test
    void version_isThatOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).matches("DutyLedger \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void completion_isGenerated() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("_complete_dutyledger", "verify-ledger");
    }

    @Test
    void status_withoutSuite_namesTheStartCommand() {
        assertThat(run("status", "--data", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no suite runs on " + directory, "./dutyledger start");
    }

    @Test
    void stop_withoutSuite_isFine() {
        assertThat(run("stop", "--data", directory.toString())).isZero();
        assertThat(out.toString()).contains("No suite runs");
    }

    @Test
    void submit_ofInvalidJson_namesTheFile() throws Exception {
        Path file = Files.writeString(directory.resolve("broken.json"), "{");
        assertThat(run("submit", file.toString(), "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("broken.json is not JSON");
    }

    @Test
    void submit_ofAMissingFile_namesTheFile() {
        assertThat(run("submit", "absent.json", "--data", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot read absent.json: there is no such file");
    }

    @Test
    void verifyLedger_thatCannotRead_isNotTakenForOneThatDoesNotHold() {
        assertThat(run("verify-ledger", "absent.ndjson")).isEqualTo(2);
        assertThat(err.toString()).contains("no readable file absent.ndjson");
        assertThat(run("verify-ledger")).isEqualTo(2);
        assertThat(run("verify-ledger", "--mongodb-uri", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200"))
                .isEqualTo(2);
        assertThat(run("import", "absent.ndjson", "--data", directory.toString()))
                .isEqualTo(1);
    }

    @Test
    void verify_thatCannotRead_isNotTakenForOneThatDoesNotHold() {
        assertThat(run("verify", "absent.json")).isEqualTo(2);
        assertThat(err.toString()).contains("cannot read absent.json: there is no such file");
        assertThat(run("verify", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("it is a directory");
        assertThat(run("verify-ledger", "absent.ndjson", "--key", "absent.pem")).isEqualTo(2);
        assertThat(err.toString()).contains("cannot read absent.pem: there is no such file");
    }

    @Test
    void export_neverReplacesADirectory() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThat(run("export", empty.toString(), "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains(empty + " is a directory");
        assertThat(empty).isDirectory();
        assertThat(run("export", directory.resolve("no/ledger.ndjson").toString(), "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("there is no directory " + directory.resolve("no"));
    }

    @Test
    void token_withoutKey_isRefused_andMakesNone() {
        Path secrets = directory.resolve("secrets");
        assertThat(run("token", "--keys", secrets.toString(), "--subject", "li", "--role", "office"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no key in " + secrets, "./dutyledger keys");
        assertThat(secrets).doesNotExist();
    }

    @Test
    void keysAndToken_belongTogether() {
        Path secrets = directory.resolve("secrets");
        assertThat(run("keys", secrets.toString())).isZero();
        assertThat(secrets)
                .isDirectoryContaining("glob:**/jwt-public.pem")
                .isDirectoryContaining("glob:**/service-token");
        assertThat(run("token", "--keys", secrets.toString(), "--subject", "li", "--role", "office"))
                .isZero();
        assertThat(out.toString().strip().lines().toList()).last().asString().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void token_withARoleThatThereIsNot_isRefused() {
        Path secrets = directory.resolve("secrets");
        assertThat(run("keys", secrets.toString())).isZero();
        assertThat(run("token", "--keys", secrets.toString(), "--subject", "li", "--role", "boss"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no role 'boss'", "submitter, supervisor, auditor, office");
    }

    private int run(String... arguments) {
        CommandLine line = DutyLedger.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(List.of(arguments).toArray(new String[0]));
    }
}
