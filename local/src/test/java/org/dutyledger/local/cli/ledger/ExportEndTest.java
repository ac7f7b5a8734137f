package org.dutyledger.local.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dutyledger.ledger.export.ExportWriter;
import org.dutyledger.local.client.SuiteClient;
import org.dutyledger.proof.checkpoint.CheckpointSigner;
import org.dutyledger.proof.note.Ed25519Keys;
import org.dutyledger.proof.note.NoteSigner;
import org.dutyledger.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportEndTest {
    @TempDir
    Path directory;

    private final CheckpointSigner signer =
            CheckpointSigner.forgetful(new NoteSigner("dutyledger/test", Ed25519Keys.generate()));
    private final ExportWriter writer = new ExportWriter();
    private final String head =
            new String(writer.head(signer.sign(new MerkleTree()), signer.publicKey()), StandardCharsets.UTF_8);

    @Test
    void aSealedExport_isWhole() throws Exception {
        Path file = written(head + new String(writer.seal(signer), StandardCharsets.UTF_8));
        assertThatCode(() -> ExportEnd.requireSeal(file)).doesNotThrowAnyException();
    }

    @Test
    void oneThatStopped_isNot() throws Exception {
        String seal = new String(writer.seal(signer), StandardCharsets.UTF_8);
        for (String text : new String[] {"", "\n", head, head + seal.substring(0, 20), head + "x".repeat(200_000)}) {
            Path file = written(text);
            assertThatThrownBy(() -> ExportEnd.requireSeal(file))
                    .isInstanceOf(UnsealedExportException.class)
                    .hasMessageContaining("before its seal");
        }
    }

    @Test
    void aBrokenLedger_leavesNoFile_andWhatWasThereBeforeStays() throws Exception {
        byte[] answer = (head
                        + new String(writer.refusal("LEDGER_BROKEN", 17, "HASH: 内容 differs"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            Path file = directory.resolve("ledger.ndjson");
            refused(address, file);
            assertThat(directory).isEmptyDirectory();
            Files.writeString(file, "of yesterday");
            refused(address, file);
            assertThat(file).hasContent("of yesterday");
            assertThat(directory).isDirectoryNotContaining("glob:**.part");
        } finally {
            server.stop(0);
        }
    }

    private static void refused(URI address, Path file) {
        assertThatThrownBy(() -> new SuiteClient(address, "t").download("/x", file, ExportEnd::requireSeal))
                .isInstanceOf(UnsealedExportException.class)
                .hasMessageContaining("position 17")
                .hasMessageContaining("HASH: 内容 differs")
                .hasMessageContaining("No file was written");
    }

    private Path written(String text) throws Exception {
        return Files.writeString(directory.resolve("export"), text);
    }
}
