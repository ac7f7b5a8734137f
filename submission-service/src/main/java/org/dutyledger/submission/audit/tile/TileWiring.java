package org.dutyledger.submission.audit.tile;

import java.nio.file.Path;
import org.dutyledger.proof.tile.DiskTiles;
import org.dutyledger.proof.tile.MemoryTiles;
import org.dutyledger.proof.tile.TileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the tree under the checkpoints is kept. */
@Configuration(proxyBeanMethods = false)
class TileWiring {
    private static final Logger LOG = LoggerFactory.getLogger(TileWiring.class);

    @Bean
    TileStore tileStore(@Value("${dutyledger.audit.tiles}") String directory) {
        if (directory.isEmpty()) {
            LOG.warn("no directory for tiles is set: the whole ledger is read again after each start");
            return new MemoryTiles();
        }
        return new DiskTiles(Path.of(directory));
    }
}
