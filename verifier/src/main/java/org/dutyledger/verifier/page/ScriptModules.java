package org.dutyledger.verifier.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Joins ES modules into one script that needs no loader: each becomes a function that is called once and returns what the
 * module exports. Only the forms of import and export used in these files are supported, and any other is refused.
 */
public final class ScriptModules {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:\\{([^}]*)}|\\* as (\\w+)) from ['\"](\\.{1,2}/[^'\"]+)['\"];\n");
    private static final Pattern TEXT =
            Pattern.compile("(?m)^import (\\w+) from '(\\.{1,2}/[^']+)' with \\{ type: 'text' };\n");
    private static final Pattern DECLARED = Pattern.compile("(?m)^export ((?:async )?function|const|class) (\\w+)");
    private static final Pattern LISTED = Pattern.compile("(?m)^export \\{([\\w\\s,]*)};\n");
    private static final Pattern UNKNOWN = Pattern.compile("(?m)^(export\\b.*|import\\b.*['\"]\\.{1,2}/.*)$");
    private static final Pattern MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*\n?");

    private final Map<Path, String> names = new HashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, List<String>> exported = new HashMap<>();

    private ScriptModules() {}

    /** The script of a module and all that it imports, those first. */
    public static String joined(Path folder, String module) throws IOException {
        ScriptModules modules = new ScriptModules();
        modules.add(folder.resolve(module).normalize());
        return modules.bodies.entrySet().stream()
                .map(e -> "const " + e.getKey() + " = (() => {\n" + e.getValue() + "})();\n")
                .collect(Collectors.joining("", "'use strict';\n", ""));
    }

    private String add(Path file) throws IOException {
        String known = names.get(file);
        if (known != null) {
            if (!bodies.containsKey(known)) {
                throw new IllegalStateException(file + " imports itself");
            }
            return known;
        }
        String name = "module" + names.size();
        names.put(file, name);
        String source =
                MAP.matcher(Files.readString(file).replace("\r\n", "\n")).replaceAll("");
        bodies.put(name, body(file, source));
        return name;
    }

    private String body(Path file, String source) throws IOException {
        StringBuilder body = new StringBuilder();
        Matcher imports = IMPORT.matcher(withTexts(file, source));
        while (imports.find()) {
            String from = add(file.resolveSibling(imports.group(3)).normalize());
            if (imports.group(1) != null) {
                requireExported(file, from, imports.group(1));
            }
            String what = imports.group(1) == null
                    ? imports.group(2)
                    : "{" + imports.group(1).replaceAll("(\\w+) as (\\w+)", "$1: $2") + "}";
            imports.appendReplacement(body, Matcher.quoteReplacement("const " + what + " = " + from + ";\n"));
        }
        imports.appendTail(body);
        List<String> exports = new ArrayList<>();
        Matcher declared = DECLARED.matcher(body);
        String rest = declared.replaceAll(m -> {
            exports.add(m.group(2));
            return m.group(1) + " " + m.group(2);
        });
        rest = LISTED.matcher(rest).replaceAll(m -> {
            exports.addAll(List.of(m.group(1).strip().split("\\s*,\\s*")));
            return "";
        });
        Matcher unknown = UNKNOWN.matcher(rest);
        if (unknown.find()) {
            throw new IllegalStateException(file + " has an import or export of another form: " + unknown.group());
        }
        exported.put(names.get(file), exports);
        return rest + "return { " + String.join(", ", exports) + " };\n";
    }

    /** A browser would name it only when the import is used. */
    private void requireExported(Path file, String module, String imports) {
        for (String one : imports.strip().split("\\s*,\\s*")) {
            String name = one.split(" as ")[0];
            if (!name.isEmpty() && !exported.getOrDefault(module, List.of()).contains(name)) {
                throw new IllegalStateException(file + " imports '" + name + "', which is not exported there");
            }
        }
    }

    /** Import attributes of type text are a proposal to TC39; here the text of a file becomes a constant. */
    private static String withTexts(Path file, String source) throws IOException {
        StringBuilder body = new StringBuilder();
        Matcher texts = TEXT.matcher(source);
        while (texts.find()) {
            String text = Files.readString(file.resolveSibling(texts.group(2)).normalize())
                    .replace("\r\n", "\n");
            String literal = text.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    // would end the script's own element
                    .replace("</", "<\\/");
            texts.appendReplacement(
                    body, Matcher.quoteReplacement("const " + texts.group(1) + " = \"" + literal + "\";\n"));
        }
        return texts.appendTail(body).toString();
    }
}
