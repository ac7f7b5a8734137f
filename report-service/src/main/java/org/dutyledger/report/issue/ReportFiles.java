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
import org.dutyledger.document.render.RenderedFile;
import org.dutyledger.document.template.ReportModel;

/** Keeps the files and models of issued reports. Their hashes are in the ledger, so a changed file is detected. */
public final class ReportFiles {
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> models;

    public ReportFiles(MongoDatabase database) {
        files = durable(database.getCollection("files"));
        models = durable(database.getCollection("models"));
    }

    private static MongoCollection<Document> durable(MongoCollection<Document> collection) {
        return collection
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    /** Stores the files of one report and the model they were rendered from; durable when it returns. */
    void put(String cycle, String report, ReportModel model, List<RenderedFile> rendered) {
        putModel(cycle, report, model.canonical());
        rendered.forEach(file -> putFile(cycle, report, file));
    }

    private void putFile(String cycle, String report, RenderedFile file) {
        String id = id(cycle, report, file.name());
        files.replaceOne(
                eq("_id", id),
                new Document("_id", id)
                        .append("mediaType", file.mediaType())
                        .append("sha256", file.sha256())
                        .append("data", new Binary(file.bytes())),
                new ReplaceOptions().upsert(true));
    }

    /** Stores what is not there; what is there stays, also when it was altered. */
    void putMissing(String cycle, String report, ReportModel model, List<RenderedFile> rendered) {
        if (model(cycle, report).isEmpty()) {
            putModel(cycle, report, model.canonical());
        }
        rendered.stream()
                .filter(file -> find(cycle, report, file.name()).isEmpty())
                .forEach(file -> putFile(cycle, report, file));
    }

    /** Stores the canonical bytes of a report's model; durable when it returns. */
    public void putModel(String cycle, String report, byte[] canonical) {
        String id = cycle + "/" + report;
        models.replaceOne(
                eq("_id", id),
                new Document("_id", id).append("data", new Binary(canonical)),
                new ReplaceOptions().upsert(true));
    }

    /** The canonical bytes of a report's model. Like a file's, they are to be checked against the ledger. */
    public Optional<byte[]> model(String cycle, String report) {
        Document d = models.find(eq("_id", cycle + "/" + report)).first();
        return Optional.ofNullable(d)
                .map(found -> found.get("data", Binary.class).getData());
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
