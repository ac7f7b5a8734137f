package org.dutyledger.report.issue;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.dutyledger.report.render.RenderedFile;

/** Keeps the files of issued reports. Their hashes stand in the ledger, so a changed file is noticed. */
public final class ReportFiles {
    private final MongoCollection<Document> files;

    public ReportFiles(MongoDatabase database) {
        files = database.getCollection("files")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** Stores the files of one report; durable when it returns. */
    void put(String cycle, String report, List<RenderedFile> rendered) {
        for (RenderedFile file : rendered) {
            String id = id(cycle, report, file.name());
            files.replaceOne(
                    eq("_id", id),
                    new Document("_id", id)
                            .append("mediaType", file.mediaType())
                            .append("sha256", file.sha256())
                            .append("data", new Binary(file.bytes())),
                    new ReplaceOptions().upsert(true));
        }
    }

    Optional<RenderedFile> find(String cycle, String report, String name) {
        Document d = files.find(eq("_id", id(cycle, report, name))).first();
        return d == null
                ? Optional.empty()
                : Optional.of(new RenderedFile(
                        name,
                        d.getString("mediaType"),
                        d.get("data", Binary.class).getData()));
    }

    private static String id(String cycle, String report, String name) {
        return cycle + "/" + report + "/" + name;
    }
}
