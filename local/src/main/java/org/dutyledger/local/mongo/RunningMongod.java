package org.dutyledger.local.mongo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The mongod that runs on a data directory, if one does. */
record RunningMongod(ProcessHandle process, int port) {
    static final String PID_FILE = "mongod.pid";

    /** Looks the process up by its pid file and makes sure that it is a mongod of this very directory. */
    static Optional<RunningMongod> on(Path directory) throws IOException {
        Path file = directory.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String pid = Files.readString(file).strip();
        if (!pid.matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .flatMap(p -> port(p, directory).map(port -> new RunningMongod(p, port)));
    }

    private static Optional<Integer> port(ProcessHandle process, Path directory) {
        List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
        if (!directory.toString().equals(after(arguments, "--dbpath"))) {
            return Optional.empty(); // the number was given to another process since
        }
        return Optional.of(Integer.parseInt(after(arguments, "--port")));
    }

    private static String after(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : "";
    }
}
