package org.dutyledger.submission;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of this service beyond those of every service; defaults are in {@code submission-service.yml}.
 *
 * @param database MongoDB database of the ledger
 * @param frameworks ids of shipped frameworks, all versions of them, or paths of {@code .yaml} files; cycles can be opened with
 *     the last of each id
 * @param instance name of this instance where several publish from one ledger; empty means a random one
 */
@ConfigurationProperties("dutyledger.submission")
record SubmissionSettings(String database, List<String> frameworks, String instance) {}
