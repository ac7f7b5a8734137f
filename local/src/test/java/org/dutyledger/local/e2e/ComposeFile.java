package org.dutyledger.local.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** {@code docker-compose.yml}, read as far as the tests need it. */
@SuppressWarnings("unchecked")
record ComposeFile(Map<String, Object> root) {

    static ComposeFile read(Path file) {
        try {
            return new ComposeFile((Map<String, Object>)
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> services() {
        return map(root.get("services")).keySet();
    }

    Map<String, Object> service(String name) {
        return map(map(root.get("services")).get(name));
    }

    /** The environment of a service, as the container would get it. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        map(service(service).get("environment")).forEach((k, v) -> environment.put(k, (String) v));
        return environment;
    }

    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
