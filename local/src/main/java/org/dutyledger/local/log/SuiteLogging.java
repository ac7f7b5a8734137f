package org.dutyledger.local.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Sends the log of all services to one file. Boot's own logging would name every line after the last service started. */
public final class SuiteLogging {
    private SuiteLogging() {}

    /** From now on, to this file. */
    public static void toFile(Path file) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            URL configuration = Objects.requireNonNull(SuiteLogging.class.getResource("suite-logback.xml"));
            context.reset();
            context.putProperty("log", file.toString());
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            try {
                configurator.doConfigure(configuration);
            } catch (JoranException e) {
                throw new IllegalStateException("the suite's log configuration is wrong", e);
            }
        }
    }
}
