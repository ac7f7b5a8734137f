package org.dutyledger.kit.http;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Replaces framework defaults that suit none of the services; every other source takes precedence. */
public final class KitDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.of(
            // a servlet jar on the class path must not change the kind of server
            "spring.main.web-application-type",
            "reactive",
            // open SSE streams never finish by themselves: the default of 30 s would be waited for in full
            "spring.lifecycle.timeout-per-shutdown-phase",
            "2s",
            "server.shutdown",
            "graceful",
            // the graceful shutdown has waited for the requests already: another 2 s per service bring nothing
            "spring.reactor.netty.shutdown-quiet-period",
            "0s",
            "management.endpoint.health.probes.enabled",
            "true",
            "management.endpoints.web.exposure.include",
            "health,info",
            // on a class path shared by several services the pages belong to one of them
            "spring.web.resources.add-mappings",
            "false",
            // a header line longer than this cannot hold a valid token
            "server.max-http-request-header-size",
            "16KB",
            "spring.main.banner-mode",
            "off");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("dutyledgerDefaults", DEFAULTS));
    }
}
