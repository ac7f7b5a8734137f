package org.dutyledger.local.start;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** Starts one service beside others in this JVM. */
public final class ServiceContext {
    private ServiceContext() {}

    /** Starts the service; its settings win over everything in the environment. */
    public static ConfigurableApplicationContext start(ServiceApp service, Map<String, String> settings) {
        List<String> arguments = settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toList();
        return new SpringApplicationBuilder(service.application())
                .properties(Map.of("spring.config.name", service.id()))
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .initializers(context -> ownEventLoops((GenericApplicationContext) context))
                .run(arguments.toArray(new String[0]));
    }

    /** With shared event loops the first service to close would take the HTTP servers of the others along. */
    private static void ownEventLoops(GenericApplicationContext context) {
        context.registerBean("reactorResourceFactory", ReactorResourceFactory.class, () -> {
            ReactorResourceFactory factory = new ReactorResourceFactory();
            factory.setUseGlobalResources(false);
            factory.setShutdownQuietPeriod(Duration.ZERO);
            return factory;
        });
    }
}
