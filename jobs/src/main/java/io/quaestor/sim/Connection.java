package io.quaestor.sim;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection: reads a request, answers when it is time; no thread waits. */
final class Connection extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int HUGE_MB = 50;
  private static final byte[] SPACES = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);

  private final Desk desk;
  private final Counters counters;

  Connection(Desk desk, Counters counters) {
    this.desk = desk;
    this.counters = counters;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    String path = new QueryStringDecoder(request.uri()).path();
    if (request.method().equals(HttpMethod.GET) && path.equals("/stats")) {
      send(context, Desk.plain(200, Json.MAPPER.valueToTree(counters.stats()), Map.of()));
      return;
    }
    counters.receive();
    long start = System.nanoTime();
    byte[] body = ByteBufUtil.getBytes(request.content());
    Outcome outcome = desk.handle(path, request.headers()::get, body);
    long spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    long rest = outcome.delayMs() - spent;
    if (rest <= 0) {
      send(context, outcome);
    } else {
      var unused =
          context.executor().schedule(() -> send(context, outcome), rest, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    boolean gone = cause instanceof IOException;
    counters.error(gone ? "client_gone" : "internal");
    if (!gone) {
      LOG.error("The offline provider failed on a request", cause);
    }
    var unused = context.close();
  }

  private void send(ChannelHandlerContext context, Outcome outcome) {
    if (outcome.broken() != null) {
      counters.error(outcome.broken().key());
      breakOff(context, outcome);
      return;
    }
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(outcome.status()),
            Unpooled.wrappedBuffer(outcome.body()));
    head(response, outcome);
    if (outcome.status() != 200) {
      counters.error("http_" + outcome.status());
    }
    if (outcome.model() == null) {
      var unused = context.writeAndFlush(response);
      return;
    }
    // Before the client can have it, so that who has it finds it counted.
    counters.answer(outcome.model());
    context
        .writeAndFlush(response)
        .addListener(
            written -> {
              if (!written.isSuccess()) {
                counters.unanswer(outcome.model());
              }
            });
  }

  private static void breakOff(ChannelHandlerContext context, Outcome outcome) {
    switch (outcome.broken()) {
      case HANG -> {}
      case HUGE_BODY -> {
        var unused = context.writeAndFlush(huge(outcome));
      }
      default -> cut(context, outcome);
    }
  }

  /** The answer with so much space behind it; one megabyte of it is in memory. */
  private static DefaultFullHttpResponse huge(Outcome outcome) {
    byte[][] parts = new byte[HUGE_MB + 1][];
    Arrays.fill(parts, SPACES);
    parts[0] = outcome.body();
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(outcome.status()),
            Unpooled.wrappedBuffer(parts));
    head(response, outcome);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    return response;
  }

  /** A reset without an answer, or an answer that stops half way. */
  private static void cut(ChannelHandlerContext context, Outcome outcome) {
    context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    if (outcome.broken() == Fault.RESET) {
      var unused = context.close();
      return;
    }
    HttpResponse response =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(outcome.status()));
    head(response, outcome);
    var unused = context.write(response);
    int half = outcome.body().length / 2;
    context
        .writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(outcome.body(), 0, half)))
        .addListener(ChannelFutureListener.CLOSE);
  }

  private static void head(HttpResponse response, Outcome outcome) {
    outcome.headers().forEach(response.headers()::set);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, outcome.contentType());
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, outcome.body().length);
  }
}
