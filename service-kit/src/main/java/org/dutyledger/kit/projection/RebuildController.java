package org.dutyledger.kit.projection;

import org.dutyledger.kit.Caller;
import org.dutyledger.kit.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts a rebuild and returns its state. For auditors of all jurisdictions, since a projection spans all of them. */
@RestController
public final class RebuildController {
    private final RebuildCoordinator coordinator;

    RebuildController(RebuildCoordinator coordinator) {
        this.coordinator = coordinator;
    }

    @PostMapping("/api/v1/projections/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rebuild begin(
            @PathVariable String name, @RequestParam(defaultValue = "false") boolean acceptDifferences, Caller caller) {
        check(name, caller);
        return coordinator.begin(acceptDifferences);
    }

    @GetMapping("/api/v1/projections/{name}/rebuild")
    Rebuild status(@PathVariable String name, Caller caller) {
        check(name, caller);
        return coordinator.status();
    }

    private void check(String name, Caller caller) {
        caller.require("auditor", "service");
        if (!caller.hasRole("service") && !caller.sees("*")) {
            throw new Problem(403, "NOT_YOUR_JURISDICTION", "this needs a token for all jurisdictions");
        }
        if (!name.equals(coordinator.status().projection())) {
            throw new Problem(
                    404,
                    "PROJECTION_UNKNOWN",
                    "this service holds '" + coordinator.status().projection() + "'");
        }
    }
}
