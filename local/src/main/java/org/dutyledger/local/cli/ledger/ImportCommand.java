package org.dutyledger.local.cli.ledger;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dutyledger.ledger.mongo.MongoStoredLog;
import org.dutyledger.ledger.restore.Restore;
import org.dutyledger.proof.verify.ExportVerifier;
import org.dutyledger.proof.verify.LedgerReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings an exported ledger back. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Brings an exported ledger back into an empty one: the very same commits.",
            "核验导出的账本，原样恢复到空库。Verifies the file first and what is stored afterwards. Interrupted, it is run",
            "again and continues where it stopped; until it is done no suite starts on that ledger. Afterwards 'start'",
            "fills Kafka, scoring and reports from it.",
            "Keys are not in the file: keep the directory 'keys' of the data directory with it."
        },
        footer = {
            "",
            "Examples:",
            "  ./dutyledger import ledger.ndjson --data /srv/dutyledger --key checkpoint-public.pem",
            "  ./dutyledger import ledger.ndjson --mongodb-uri mongodb://db1,db2,db3/?replicaSet=rs"
        })
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the exported ledger")
    private Path file = Path.of("ledger.ndjson");

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    private CheckOptions check = new CheckOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter terminal = spec.commandLine().getOut();
        ImportText texts = new ImportText(check.language());
        ReadableFile export = new ReadableFile(file, Boolean.getBoolean("dutyledger.terminal"));
        ExportVerifier verifier = new ExportVerifier(check.keys(), check.checkpoints());
        LedgerReport exported = verifier.verify(() -> export.open("verify"));
        check.text().lines(exported).forEach(terminal::println);
        if (exported.found().isPresent()) {
            terminal.println(texts.notImported());
            return 1;
        }
        try (StoreOptions.Open open = store.open("import")) {
            terminal.println(open.description());
            Restore restore = new Restore(MongoStoredLog.forRestore(open.database()), verifier);
            long before;
            try (InputStream in = export.open("load")) {
                before = restore.load(in);
            }
            LedgerReport stored;
            try (InputStream in = export.open("confirm")) {
                stored = restore.confirm(in, check.keys());
            }
            if (stored.found().isPresent()) {
                check.text().lines(stored).forEach(terminal::println);
                return 1;
            }
            terminal.println(texts.imported(stored.events(), before));
            store.keysToBring().map(texts::keysToBring).ifPresent(terminal::println);
            return 0;
        }
    }
}
