package org.dutyledger.gateway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.dutyledger.gateway.RunningGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the browser gets from the gateway itself, and under which limits. */
class PagesIT {
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/,text/html",
        "/index.html,text/html",
        "/audit.html,text/html",
        "/ui/app.js,text/javascript",
        "/ui/audit/page.js,text/javascript",
        "/ui/proof/proof.js,text/javascript",
        "/ui/proof/vendor/noble-ed25519.js,text/javascript",
        "/ui/page.css,text/css",
        "/ui/vendor/htm.module.js,text/javascript",
    })
    void page_isPublicAndMayLoadOnlyFromHere(String path, String type) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.to(path));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith(type);
        assertThat(header(answer, PageHeaders.CSP))
                .contains("default-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).contains("no-cache");
        assertThat(header(answer, "Cache-Control").contains("no-store")).isEqualTo(path.equals("/"));
    }

    @Test
    void verificationPage_runsItsOwnScriptOnly_andMayNotConnect() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.to(PageHeaders.VERIFY));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(header(answer, PageHeaders.CSP))
                .contains("default-src 'none'", "connect-src 'none'", "frame-ancestors 'none'")
                .containsPattern("script-src 'sha256-[A-Za-z0-9+/]{43}='; style-src 'sha256-[A-Za-z0-9+/]{43}='")
                .doesNotContain("unsafe");
    }

    @Test
    void page_isNotSentAgainWhileItIsTheSame() throws Exception {
        HttpResponse<String> first = gateway.send(gateway.to("/ui/app.js"));
        HttpResponse<String> second =
                gateway.send(gateway.to("/ui/app.js").header("If-Modified-Since", header(first, "Last-Modified")));
        assertThat(second.statusCode()).isEqualTo(304);
    }

    @Test
    void documentOfAService_mayStyleItselfButRunNothing() throws Exception {
        HttpResponse<String> report =
                gateway.send(gateway.as(RunningGateway.token(), "/api/v1/cycles/c/reports/draft.html"));
        assertThat(header(report, PageHeaders.CSP)).contains("default-src 'none'", "style-src 'unsafe-inline'");
        assertThat(report.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void health_isPublic_andEverythingElseIsNot() throws Exception {
        assertThat(gateway.send(gateway.to("/actuator/health")).body()).contains("UP");
        assertThat(gateway.send(gateway.to("/actuator/gateway/routes")).statusCode())
                .isEqualTo(401);
        assertThat(gateway.send(gateway.to("/api/elsewhere")).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "/audit", "/favicon.ico", "/a/b"})
    void unknownPage_isNotFound_withOrWithoutAToken(String path) throws Exception {
        for (HttpRequest.Builder request : List.of(gateway.to(path), gateway.as(RunningGateway.token(), path))) {
            HttpResponse<String> answer = gateway.send(request);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("NOT_FOUND");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
