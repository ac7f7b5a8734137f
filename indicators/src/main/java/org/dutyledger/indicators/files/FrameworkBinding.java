package org.dutyledger.indicators.files;

/**
 * Which framework file a cycle was opened with.
 *
 * @param sha256 lower-case hex SHA-256 of the file
 */
public record FrameworkBinding(String id, String version, String sha256) {

    /** Why a cycle cannot be used by a program that does not have this file. */
    public String absence(String cycle) {
        return "cycle '" + cycle + "' was opened with framework " + id + " version " + version + " (sha256 " + sha256
                + "), which is not installed here";
    }
}
