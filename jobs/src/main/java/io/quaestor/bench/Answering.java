package io.quaestor.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Answers every chat completion with the same JSON when its time has come. For a server with one
 * event loop: its state is of that thread.
 *
 * <p>{@code POST /set?latency_ms=&sigma=&expected=} starts a measurement; {@code GET /stats} gives
 * {@link ServerStats} as JSON.
 */
@Sharable
final class Answering extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NOTHING = {};

  private final LongSupplier nanos;
  private Delays delays = new Delays(0, 0);
  private Tape tape = new Tape(0);

  Answering(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request)
      throws JsonProcessingException {
    boolean post = request.method().equals(HttpMethod.POST);
    if (post && request.uri().endsWith("/v1/chat/completions")) {
      complete(context, ByteBufUtil.getBytes(request.content()));
    } else if (post && request.uri().startsWith("/set?")) {
      set(new QueryStringDecoder(request.uri()));
      send(context, HttpResponseStatus.OK, NOTHING);
    } else if (request.uri().equals("/stats")) {
      send(context, HttpResponseStatus.OK, JSON.writeValueAsBytes(tape.stats()));
    } else {
      send(context, HttpResponseStatus.NOT_FOUND, NOTHING);
    }
  }

  private void set(QueryStringDecoder query) {
    delays = new Delays(number(query, "latency_ms"), number(query, "sigma"));
    tape = new Tape((long) number(query, "expected"));
  }

  private static double number(QueryStringDecoder query, String name) {
    return Double.parseDouble(query.parameters().get(name).get(0));
  }

  private void complete(ChannelHandlerContext context, byte[] body) {
    Tape own = tape;
    long number = own.receive(nanos.getAsLong());
    long hash = Tape.hash(body);
    long delay = delays.nanos(number);
    Runnable answer =
        () -> {
          own.answer(hash);
          send(context, HttpResponseStatus.OK, completion(number));
        };
    if (delay == 0) {
      answer.run();
    } else {
      var unused = context.executor().schedule(answer, delay, TimeUnit.NANOSECONDS);
    }
  }

  private static byte[] completion(long number) {
    return (Synthetic.COMPLETION_HEAD + number + Synthetic.COMPLETION_TAIL)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void send(ChannelHandlerContext context, HttpResponseStatus status, byte[] body) {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    var unused = context.writeAndFlush(response, context.voidPromise());
  }

  /** A client that has gone is no business of the others. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }
}
