package org.dutyledger.submission.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set for the audit side; defaults are in {@code submission-service.yml}.
 *
 * @param ledgerName name under which checkpoints are signed: their origin
 * @param checkpointKey PEM file of the Ed25519 key; empty means one that lives as long as the process
 */
@ConfigurationProperties("dutyledger.audit")
record AuditSettings(String ledgerName, String checkpointKey) {}
