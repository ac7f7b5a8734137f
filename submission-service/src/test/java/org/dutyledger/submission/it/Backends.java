package org.dutyledger.submission.it;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.dutyledger.ledger.backend.RealMongod;

/**
 * Backends of the service in tests: a real mongod where {@code MONGOD} names one, else the in-process stand-in, which
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

    static int mongoPort() {
        return Integer.parseInt(MONGO.substring(MONGO.indexOf(':') + 1));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String startMongo() {
        return RealMongod.startIfAny().map(Backends::untilTheEnd).orElseGet(() -> {
            System.err.println("no mongod: these tests run on the in-process stand-in of MongoDB");
            return "stand-in 127.0.0.1:"
                    + new MongoServer(new MemoryBackend()).bind().getPort();
        });
    }

    private static String untilTheEnd(RealMongod mongod) {
        Runtime.getRuntime().addShutdownHook(new Thread(mongod::close));
        return "real " + mongod.node().host();
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
