package org.dutyledger.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build. */
final class BuildVersion implements IVersionProvider {
    private static final String FILE = "/org/dutyledger/local/version.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream(FILE)) {
            properties.load(Objects.requireNonNull(in, FILE));
        }
        return new String[] {"DutyLedger " + properties.getProperty("version")};
    }
}
