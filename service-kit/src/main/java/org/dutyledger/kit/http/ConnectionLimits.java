package org.dutyledger.kit.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Closes a connection whose client does not send a whole request in time, whether it sends nothing or single bytes. The
 * limits end with the last byte of the request: an answer, such as a stream of events, may take any time.
 *
 * @param head for the first request line and its headers, from the connection on
 * @param body for the body, from the end of the headers on
 * @param idle for the headers of a further request, from the end of the last answer on
 */
record ConnectionLimits(Duration head, Duration body, Duration idle) implements NettyServerCustomizer {
    private static final String NAME = "dutyledger.limits";

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, NAME, new Deadline(this)));
    }

    /** The one limit that runs on a connection; called only on its event loop. */
    private static final class Deadline extends ChannelDuplexHandler {
        private final ConnectionLimits limits;
        private @Nullable Future<?> end;
        private int unanswered;

        private Deadline(ConnectionLimits limits) {
            this.limits = limits;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            start(context, limits.head());
            context.fireChannelActive();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                unanswered++;
                start(context, limits.body());
            }
            if (message instanceof LastHttpContent && unanswered > 0) {
                stop();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof LastHttpContent && !interim(message)) {
                unanswered--;
                start(context, limits.idle());
            }
            context.write(message, promise);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            stop();
        }

        /** {@code 100 Continue} and its like are whole messages, but not the answer. */
        private static boolean interim(Object message) {
            return message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }

        private void start(ChannelHandlerContext context, Duration limit) {
            stop();
            end = context.executor().schedule(() -> context.close(), limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void stop() {
            if (end != null) {
                end.cancel(false);
                end = null;
            }
        }
    }
}
