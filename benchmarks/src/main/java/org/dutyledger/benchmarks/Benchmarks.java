package org.dutyledger.benchmarks;

import java.util.Arrays;
import org.dutyledger.benchmarks.ledger.LedgerBenchmark;
import org.dutyledger.benchmarks.ledger.ReplayBenchmark;
import org.dutyledger.benchmarks.ledger.TreeBenchmark;
import org.dutyledger.benchmarks.suite.SuiteBenchmark;

/** Chooses the load tool by its first argument: {@code ledger}, {@code tree}, {@code replay} or {@code suite}. */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        String tool = args.length == 0 ? "" : args[0];
        String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        switch (tool) {
            case "ledger" -> LedgerBenchmark.main(rest);
            case "tree" -> TreeBenchmark.main(rest);
            case "suite" -> SuiteBenchmark.main(rest);
            case "replay" -> ReplayBenchmark.main(rest);
            default -> {
                System.err.println("usage: ledger <mongodb-uri> [seconds] [rounds] [alone|together]");
                System.err.println("       tree <mongodb-uri> [seconds] [rounds]");
                System.err.println(
                        "       suite [seconds] [rounds] [http]   (takes mongod from MONGOD or the search path)");
                System.err.println("       replay <mongodb-uri> [events]");
                System.exit(2);
            }
        }
    }
}
