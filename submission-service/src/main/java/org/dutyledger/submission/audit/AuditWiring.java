package org.dutyledger.submission.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.dutyledger.ledger.checkpoint.CheckpointSigner;
import org.dutyledger.ledger.note.Ed25519Keys;
import org.dutyledger.ledger.note.NoteSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who signs checkpoints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditWiring {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWiring.class);

    @Bean
    CheckpointSigner checkpointSigner(AuditSettings settings) throws IOException {
        if (settings.checkpointKey().isEmpty()) {
            LOG.warn("no key for checkpoints is set: they are signed with one that ends with this process");
            return CheckpointSigner.forgetful(new NoteSigner(settings.ledgerName(), Ed25519Keys.generate()));
        }
        Path key = Path.of(settings.checkpointKey());
        return CheckpointSigner.remembering(
                new NoteSigner(settings.ledgerName(), CheckpointKey.in(key)),
                key.resolveSibling(key.getFileName() + ".last-checkpoint"));
    }
}
