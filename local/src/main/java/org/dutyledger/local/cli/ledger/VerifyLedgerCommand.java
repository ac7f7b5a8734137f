package org.dutyledger.local.cli.ledger;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dutyledger.ledger.StoredCommit;
import org.dutyledger.ledger.mongo.MongoStoredLog;
import org.dutyledger.ledger.notary.CheckpointHistory;
import org.dutyledger.ledger.notary.MongoCheckpoints;
import org.dutyledger.ledger.restore.StoreComparison;
import org.dutyledger.ledger.restore.StoreVerifier;
import org.dutyledger.ledger.restore.StoredLog;
import org.dutyledger.local.cli.options.UsageException;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an exported ledger with nothing but the file, or a ledger where it is stored, or one against the other. */
@Command(
        name = "verify-ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an exported ledger, or one in its database, and reports what holds or the first failure.",
            "A file needs no suite, no database and no network; a database is only read; given both, the database must",
            "still hold all that the file holds.",
            "核验账本（导出文件或数据库）是否完整、未被改动。The exit code is 0 when it holds, 1 when it does not, and 2",
            "when something cannot be read."
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger verify-ledger ledger.ndjson",
            "  ./dutyledger verify-ledger ledger.ndjson --key checkpoint-public.pem --lang en",
            "  ./dutyledger verify-ledger --mongodb-uri mongodb://db1,db2,db3/?replicaSet=rs --key checkpoint-public.pem"
        })
public final class VerifyLedgerCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the exported ledger")
    private @Nullable Path file;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CheckOptions check = new CheckOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (file == null && !store.named()) {
            throw new UsageException("give a FILE, or a store with --mongodb-uri or --data");
        }
        boolean holds = true;
        ReadableFile export = null;
        if (file != null) {
            export = new ReadableFile(file, Boolean.getBoolean("dutyledger.terminal"));
            holds = say(verify(export));
        }
        return holds && (!store.named() || verifyStore(export)) ? 0 : 1;
    }

    private LedgerReport verify(ReadableFile export) throws Exception {
        return new ExportVerifier(check.keys(), check.checkpoints()).verify(() -> export.open("verify-ledger"));
    }

    private boolean verifyStore(@Nullable ReadableFile export) throws Exception {
        try (StoreOptions.Open open = store.open("verify-ledger")) {
            spec.commandLine().getOut().println(open.description());
            StoredLog log = MongoStoredLog.in(open.database());
            CheckpointHistory kept = MongoCheckpoints.reading(open.database());
            LedgerReport report = new StoreVerifier(check.keys(), kept, check.checkpoints()).verify(log);
            if (export == null || report.found().isPresent()) {
                return say(report);
            }
            try (Stream<StoredCommit> commits = log.walk();
                    InputStream in = export.open("compare")) {
                StoreComparison against = new StoreComparison(commits.iterator());
                new ExportVerifier(check.keys(), List.of()).verify(in, against);
                return say(against.found().map(report::but).orElse(report));
            }
        }
    }

    private boolean say(LedgerReport report) {
        PrintWriter terminal = spec.commandLine().getOut();
        check.text().lines(report).forEach(terminal::println);
        return report.found().isEmpty();
    }
}
