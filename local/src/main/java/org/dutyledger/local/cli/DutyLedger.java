package org.dutyledger.local.cli;

import org.dutyledger.ledger.restore.RestoreException;
import org.dutyledger.local.cli.access.KeysCommand;
import org.dutyledger.local.cli.access.TokenCommand;
import org.dutyledger.local.cli.cosign.CosignCommand;
import org.dutyledger.local.cli.cycle.DiffCommand;
import org.dutyledger.local.cli.cycle.ReplayCommand;
import org.dutyledger.local.cli.cycle.ReportCommand;
import org.dutyledger.local.cli.cycle.StatusCommand;
import org.dutyledger.local.cli.cycle.SubmitCommand;
import org.dutyledger.local.cli.ledger.ExportCommand;
import org.dutyledger.local.cli.ledger.ImportCommand;
import org.dutyledger.local.cli.ledger.UnsealedExportException;
import org.dutyledger.local.cli.ledger.VerifyCommand;
import org.dutyledger.local.cli.ledger.VerifyLedgerCommand;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.local.cli.suite.DemoCommand;
import org.dutyledger.local.cli.suite.RebuildCommand;
import org.dutyledger.local.cli.suite.StartCommand;
import org.dutyledger.local.cli.suite.StopCommand;
import org.dutyledger.local.client.ApiException;
import org.dutyledger.local.client.SuiteUnreachableException;
import org.dutyledger.local.machine.BackendException;
import org.dutyledger.local.suite.SuiteClosedException;
import org.dutyledger.verifier.input.UnusableInputException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
        name = "dutyledger",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        description = {
            "Collects the figures behind a county's yearly report on its education duties (履行教育职责自评报告),",
            "keeps them in a ledger that cannot be altered unseen, and issues the report.",
            ""
        },
        subcommands = {
            StartCommand.class,
            DemoCommand.class,
            SubmitCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            ReplayCommand.class,
            DiffCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            VerifyLedgerCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            CosignCommand.class,
            StopCommand.class,
            KeysCommand.class,
            TokenCommand.class,
            AutoComplete.GenerateCompletion.class
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger demo                      the real 2021 figures of a district, from submission to report",
            "  ./dutyledger demo --keep               the same, and leave the suite running for a look",
            "  ./dutyledger start                     the suite on this machine until Ctrl-C",
            "  ./dutyledger submit figures.json       hand in a submission, then see 'status' and 'report'",
            "  ./dutyledger replay 13 --at 57         an indicator as it was at any moment; 'diff' shows what changed",
            "  ./dutyledger export ledger.ndjson      the whole ledger as a file; 'verify-ledger' checks it anywhere",
            "  ./dutyledger import ledger.ndjson      brings it back, into an empty ledger",
            "  ./dutyledger verify REPORT.proof.json REPORT.docx   whether a report is the issued one, by its proof bundle",
            "  ./dutyledger help COMMAND              more on one command",
            "  source <(./dutyledger generate-completion)   completes commands and options in bash and zsh",
            "",
            "Data is stored in .dutyledger beside this program unless --data names another directory."
        })
public final class DutyLedger {
    @Option(names = "--stacktrace", scope = ScopeType.INHERIT, description = "show where an error came from")
    private boolean stacktrace;

    private DutyLedger() {}

    /** Runs one command and ends with its exit code: 0 done, 1 failed, 2 wrong usage, or nothing to check. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        DutyLedger root = new DutyLedger();
        CommandLine line = new CommandLine(root).addSubcommand(new CommandLine.HelpCommand());
        line.setExecutionExceptionHandler(root.errors());
        line.setUsageHelpWidth(110);
        return line;
    }

    private IExecutionExceptionHandler errors() {
        return (e, command, result) -> {
            boolean expected = e instanceof BackendException
                    || e instanceof ApiException
                    || e instanceof UnsealedExportException
                    || e instanceof SuiteUnreachableException
                    || e instanceof RestoreException
                    || e instanceof UsageException
                    || e instanceof UnusableInputException;
            if (e instanceof SuiteClosedException) {
                return 1; // the cause was reported already
            }
            command.getErr().println("dutyledger: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
            if (stacktrace) {
                e.printStackTrace(command.getErr());
            } else if (!expected) {
                command.getErr().println("(--stacktrace shows more)");
            }
            // of a check 1 means one thing only: that what was checked does not hold
            Object failed = command.getCommand();
            return failed instanceof VerifyLedgerCommand || failed instanceof VerifyCommand ? 2 : 1;
        };
    }
}
