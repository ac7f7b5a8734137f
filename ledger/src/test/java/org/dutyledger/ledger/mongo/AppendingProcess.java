package org.dutyledger.ledger.mongo;

import static org.dutyledger.ledger.Commits.event;
import static org.dutyledger.ledger.Commits.request;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.dutyledger.ledger.NewCommit;
import org.dutyledger.ledger.Receipt;
import org.dutyledger.ledger.StreamConflictException;
import org.dutyledger.ledger.Together;
import org.dutyledger.ledger.append.AppendListener;
import org.dutyledger.ledger.append.AppendSettings;

/**
 * A process of its own that appends: {@code uri database name threads commits}. Each thread has a stream of its own, and all
 * threads of all processes fight for the stream "hot". Prints one line for each receipt or refusal.
 */
final class AppendingProcess {
    private AppendingProcess() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[3]);
        int commits = Integer.parseInt(args[4]);
        AppendSettings settings = AppendSettings.defaults().withTimeout(Duration.ofMinutes(1));
        try (MongoClient client = MongoClients.create(args[0]);
                MongoLedger ledger = MongoLedger.open(client.getDatabase(args[1]), settings, new AppendListener() {})) {
            System.out.println("READY");
            Together.run(threads, thread -> {
                String stream = args[2] + "-" + thread;
                for (int i = 0; i < commits; i++) {
                    append(ledger, request(stream + "/" + i, event(stream, 2L * i), event(stream, 2L * i + 1)));
                    if (i % 10 == 0) {
                        long place = ledger.lastSequence("hot").orElse(-1) + 1;
                        append(ledger, request(stream + "/hot/" + i, event("hot", place)));
                    }
                }
                return List.of();
            });
        }
    }

    private static void append(MongoLedger ledger, NewCommit commit) {
        long begun = System.currentTimeMillis();
        String outcome;
        try {
            Receipt receipt = ledger.append(commit);
            outcome = receipt.firstPosition() + " " + HexFormat.of().formatHex(receipt.hash());
        } catch (StreamConflictException e) {
            outcome = "-1 conflict";
        }
        System.out.println(commit.id() + " " + outcome + " " + begun + " " + System.currentTimeMillis());
    }
}
