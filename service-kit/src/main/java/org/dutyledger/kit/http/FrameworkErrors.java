package org.dutyledger.kit.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dutyledger.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;

/**
 * Maps errors of WebFlux and Spring Security to problems. The framework's own texts are never passed on: they name
 * classes.
 */
final class FrameworkErrors {
    private static final Map<Integer, String> CODES = Map.of(
            400, "BAD_REQUEST",
            404, "NOT_FOUND",
            405, "METHOD_NOT_ALLOWED",
            406, "NOT_ACCEPTABLE",
            413, "BODY_TOO_LARGE",
            415, "UNSUPPORTED_MEDIA_TYPE");
    private static final Map<Integer, String> DETAILS = Map.of(
            404, "there is nothing at this address",
            405, "this address does not support that method; see the Allow header",
            406, "no media type of Accept is available",
            413, "the body is larger than this service accepts",
            415, "this media type is not accepted here; see the Accept header");

    private FrameworkErrors() {}

    /** The refusal for an error, or null when the error is a fault of the service. */
    static @Nullable Problem problem(Throwable error) {
        if (error instanceof Problem problem) {
            return problem;
        }
        if (causedBy(error, DataBufferLimitException.class) != null) {
            return plain(413);
        }
        if (error instanceof AuthenticationException refused) {
            return authentication(refused);
        }
        if (error instanceof AccessDeniedException) {
            return new Problem(403, "FORBIDDEN", "the token does not allow this");
        }
        if (error instanceof ServerWebInputException input) {
            return input(input);
        }
        if (error instanceof ServerExchangeRejectedException) {
            return new Problem(400, "BAD_REQUEST", "the address holds characters that are not allowed there");
        }
        if (error instanceof ErrorResponse response) {
            int status = response.getStatusCode().value();
            return status == 500 ? null : plain(status);
        }
        Problem inner = causedBy(error, Problem.class);
        return inner;
    }

    /** Headers that belong to the answer, such as {@code Allow}. */
    static HttpHeaders headers(Throwable error) {
        HttpHeaders headers = new HttpHeaders();
        if (error instanceof ErrorResponse response) {
            headers.putAll(response.getHeaders());
        }
        if (error instanceof AuthenticationException && !(error instanceof AuthenticationServiceException)) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return headers;
    }

    private static Problem plain(int status) {
        String reason = reason(status);
        return new Problem(
                status,
                CODES.getOrDefault(
                        status, reason.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]+", "_")),
                DETAILS.getOrDefault(status, reason.toLowerCase(java.util.Locale.ROOT)));
    }

    /** The standard reason phrase, for example {@code Not Found}. */
    static String reason(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }

    private static Problem authentication(AuthenticationException refused) {
        if (refused instanceof AuthenticationServiceException) {
            return new Problem(
                    503,
                    "TOKEN_CHECK_UNAVAILABLE",
                    "tokens cannot be checked at the moment",
                    List.of(),
                    java.time.Duration.ofSeconds(5));
        }
        if (refused instanceof OAuth2AuthenticationException) {
            return new Problem(
                    401,
                    "TOKEN_INVALID",
                    "the bearer token is expired, meant for another audience, or not signed by the expected issuer");
        }
        return new Problem(401, "TOKEN_MISSING", "this needs a bearer token");
    }

    private static Problem input(ServerWebInputException input) {
        if (input instanceof MissingRequestValueException missing) {
            return new Problem(
                    400, "VALUE_MISSING", "the " + missing.getLabel() + " '" + missing.getName() + "' is missing");
        }
        if (input instanceof WebExchangeBindException invalid) {
            String fields = invalid.getFieldErrors().stream()
                    .map(field -> field.getField() + ": " + field.getDefaultMessage())
                    .collect(Collectors.joining("; "));
            return new Problem(400, "INVALID", fields);
        }
        JacksonException json = causedBy(input, JacksonException.class);
        if (json != null) {
            return json(json);
        }
        if (causedBy(input, DecodingException.class) != null) {
            return new Problem(400, "MALFORMED_BODY", "the body does not have the form that this address accepts");
        }
        String where = input.getMethodParameter() == null
                ? ""
                : " '" + input.getMethodParameter().getParameterName() + "'";
        return new Problem(400, "BAD_REQUEST", "the body or the value" + where + " is missing or of the wrong type");
    }

    private static Problem json(JacksonException json) {
        String path = json.getPath().stream()
                .map(step -> step.getIndex() >= 0 ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        TokenStreamLocation place = json.getLocation();
        String at = place == null || place.getLineNr() < 1
                ? ""
                : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        if (json instanceof StreamReadException) {
            return new Problem(400, "MALFORMED_JSON", "the body is not JSON" + at);
        }
        return new Problem(400, "WRONG_JSON", "the JSON does not have the form expected at '$" + path + "'" + at);
    }

    private static <T extends Throwable> @Nullable T causedBy(Throwable error, Class<T> type) {
        Throwable current = error;
        for (int depth = 0; current != null && depth < 10; depth++) {
            if (type.isInstance(current)) {
                return type.cast(current);
            }
            current = current.getCause();
        }
        return null;
    }
}
