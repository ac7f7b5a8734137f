package org.dutyledger.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;

class ServiceTokenTest {
    @Test
    void bearer_putsTheTokenOnEveryRequest() {
        ClientRequest request = ClientRequest.create(HttpMethod.GET, URI.create("http://localhost/"))
                .header("Authorization", "Bearer other")
                .build();
        AtomicReference<ClientRequest> sent = new AtomicReference<>();
        new ServiceToken("abc", null)
                .bearer()
                .filter(request, changed -> {
                    sent.set(changed);
                    return Mono.just(ClientResponse.create(HttpStatus.OK).build());
                })
                .block();
        assertThat(sent.get().headers().get("Authorization")).containsExactly("Bearer abc");
    }

    @Test
    void read_takesTheFileAsItIsNow(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("token"), "one\n");
        ServiceToken token = new ServiceToken(null, file);
        assertThat(token.read()).isEqualTo("one");
        Files.writeString(file, "two\n");
        assertThat(token.read()).isEqualTo("two");
    }

    @Test
    void read_withNeither_namesTheVariables() {
        assertThatThrownBy(() -> new ServiceToken(null, null).read())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DUTYLEDGER_SERVICE_TOKEN_FILE");
    }
}
