package io.quaestor.sim;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quaestor.JobException;
import io.quaestor.conf.SimConf;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * The offline provider: an HTTP server on the loopback interface that speaks the Anthropic, Mistral
 * and OpenAI-compatible protocols. It is not a language model: it makes questions out of the
 * sentences in a prompt, spoils some on purpose, and judges questions by reading them against the
 * passages, as well as its configuration says. The same request gets the same answer from any
 * process.
 *
 * <p>{@code GET /stats} gives {@link SimStats} as JSON.
 */
public final class SimServer implements AutoCloseable {
  private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;
  private static final int BACKLOG = 1024;

  private final EventLoopGroup loops;
  private final Channel channel;
  private final Counters counters;

  private SimServer(EventLoopGroup loops, Channel channel, Counters counters) {
    this.loops = loops;
    this.channel = channel;
    this.counters = counters;
  }

  /**
   * Starts it; it answers when this returns.
   *
   * @throws JobException {@code port_in_use} when it cannot listen there
   */
  public static SimServer start(SimConf conf, SimOptions options) {
    Counters counters = new Counters();
    Desk desk = new Desk(conf, options, InstantSource.system(), System::nanoTime);
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            0, new DefaultThreadFactory("sim", true), NioIoHandler.newFactory());
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    connection
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpServerKeepAliveHandler())
                        .addLast(new HttpContentDecompressor(MAX_BODY_BYTES))
                        .addLast(new HttpObjectAggregator(MAX_BODY_BYTES))
                        .addLast(new Connection(desk, counters));
                  }
                });
    var bound = bootstrap.bind("127.0.0.1", options.port()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      stop(loops);
      throw JobException.input(
          "port_in_use",
          "The offline provider cannot listen on port "
              + options.port()
              + ": "
              + bound.cause().getMessage(),
          "Choose another port, or 0 for any free one.");
    }
    return new SimServer(loops, bound.channel(), counters);
  }

  /** Where it listens, without a path and without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort();
  }

  public SimStats stats() {
    return counters.stats();
  }

  /** Drops what is still to be answered. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    stop(loops);
  }

  private static void stop(EventLoopGroup loops) {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
