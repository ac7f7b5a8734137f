package org.dutyledger.verifier.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.dutyledger.indicators.files.FrameworkFile;
import org.dutyledger.indicators.files.FrameworkFiles;

/**
 * Puts scripts and styles into the page, with a policy that allows exactly these and no network. The build runs it; a
 * bundler from another world would be one more thing to trust.
 */
public final class PageBuilder {
    private static final String CHARSET = "<meta charset=\"utf-8\">\n";
    private static final String STYLE = "<link rel=\"stylesheet\" href=\"page.css\">";
    private static final String SCRIPT = "<script type=\"module\" src=\"page.js\"></script>";

    private PageBuilder() {}

    /** Takes the folder of the sources and the file to write. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, page(Path.of(arguments[0])));
    }

    /** The whole page. */
    static String page(Path sources) throws IOException {
        String style = Files.readString(sources.resolve("page.css")).replace("\r\n", "\n");
        String script = ScriptModules.joined(sources, "page.js");
        if ((style + script).toLowerCase(java.util.Locale.ROOT).matches("(?s).*</(script|style).*")) {
            throw new IllegalStateException("a script or style that would end its own element");
        }
        String policy = "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(style)
                + "; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'";
        String page = Files.readString(sources.resolve("verify.html")).replace("\r\n", "\n");
        page = put(
                page,
                CHARSET,
                CHARSET + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n"
                        + "<meta name=\"frameworks\" content='" + frameworks() + "'>\n");
        page = put(page, STYLE, "<style>" + style + "</style>");
        return put(page, SCRIPT, "<script>" + script + "</script>");
    }

    /** Name, version and SHA-256 of the frameworks in this program, as JSON. */
    private static String frameworks() {
        return FrameworkFiles.shipped().stream()
                .map(FrameworkFile::framework)
                .map(f -> "[\"" + f.id() + " " + f.version() + "\",\"" + f.sha256() + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String put(String page, String what, String with) {
        if (!page.contains(what)) {
            throw new IllegalStateException("verify.html has no " + what);
        }
        return page.replace(what, with);
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
