package org.dutyledger.submission.it;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.awaitility.Awaitility;
import org.bson.Document;

/**
 * What the service stands on in tests: a real mongod where {@code MONGOD} names one, else the in-process stand-in, which
 * proves logic but no durability; started once and ended with the JVM; and Kafka's
 * real broker in this JVM, one for each test that needs it: a topic belongs to one ledger.
 */
final class Backends {
    private static final String MONGO = startMongo();

    private Backends() {}

    static boolean isRealMongo() {
        return MONGO.contains("real");
    }

    static String mongoHost() {
        return MONGO.substring(MONGO.indexOf(' ') + 1);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String startMongo() {
        String mongod = System.getenv("MONGOD");
        if (mongod == null) {
            if (Boolean.parseBoolean(System.getenv("CI"))
                    || "required".equals(System.getProperty("dutyledger.backends"))) {
                throw new IllegalStateException("a real mongod is required here: set MONGOD");
            }
            System.err.println("MONGOD is not set: these tests run on the in-process stand-in of MongoDB");
            InetSocketAddress at = new MongoServer(new MemoryBackend()).bind();
            return "stand-in 127.0.0.1:" + at.getPort();
        }
        int port = freePort();
        try {
            Path data = Files.createTempDirectory("submission-mongod");
            Process process = new ProcessBuilder(List.of(
                            mongod,
                            "--dbpath",
                            data.toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind_ip",
                            "127.0.0.1",
                            "--replSet",
                            "one",
                            "--nounixsocket",
                            "--wiredTigerCacheSizeGB",
                            "0.25",
                            "--logpath",
                            data.resolve("log").toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        String host = "127.0.0.1:" + port;
        try (var client = MongoClients.create("mongodb://" + host + "/?directConnection=true")) {
            Document config =
                    new Document("_id", "one").append("members", List.of(new Document("_id", 0).append("host", host)));
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary"));
        }
        return "real " + host;
    }

    /** Starts a broker that ends with the JVM. */
    static String startKafka(int port) {
        try {
            Path data = Files.createTempDirectory("submission-kafka");
            Properties p = new Properties();
            p.load(Backends.class.getResourceAsStream("/broker.properties"));
            int controller = freePort();
            p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
            p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
            p.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
            p.put("log.dirs", data.toString());
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .run();
            new KafkaRaftServer(KafkaConfig.fromProps(p, false), Time.SYSTEM).startup();
            return "127.0.0.1:" + port;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
