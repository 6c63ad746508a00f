package io.quaestor.connect;

import io.quaestor.JobException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.function.UnaryOperator;

/**
 * Where a server of ours listens and whether its clients need a token. Whoever reaches it can do
 * what its user can: it is for this machine only, or for those who have the token.
 *
 * @param address one of this machine's
 * @param port free when it was asked for
 * @param withToken whether clients have to show the token
 */
public record Endpoint(InetAddress address, int port, boolean withToken) {
  /** The environment variable of the token: Spark's own, in servers and in clients. */
  public static final String TOKEN = "SPARK_CONNECT_AUTHENTICATE_TOKEN";

  private static final int SHORTEST_TOKEN = 16;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Checks what was asked for, before Spark starts.
   *
   * @param port 0 for any free one
   * @param environment gives the value of a variable, null when it is not set
   * @throws JobException with exit code 2 when nobody can listen there, or not safely
   */
  public static Endpoint of(String host, int port, UnaryOperator<String> environment) {
    return of(host, port, TOKEN, environment);
  }

  /**
   * The same for a server whose token has a variable of its own.
   *
   * @param variable name of the environment variable
   */
  public static Endpoint of(
      String host, int port, String variable, UnaryOperator<String> environment) {
    InetAddress address = address(host);
    String token = environment.apply(variable);
    if (token == null && !address.isLoopbackAddress()) {
      throw JobException.input(
          "token_missing",
          "%s can be reached from other machines, and there is no token".formatted(host),
          "export %s=$(openssl rand -hex 32), here and for the clients, or leave out --host"
              .formatted(variable));
    }
    if (token != null && token.strip().length() < SHORTEST_TOKEN) {
      throw JobException.input(
          "token_too_short",
          "The token in %s has fewer than %d characters".formatted(variable, SHORTEST_TOKEN),
          "export %s=$(openssl rand -hex 32)".formatted(variable));
    }
    return new Endpoint(address, free(address, port), token != null);
  }

  /** Where a Spark Connect server listens. */
  public String url() {
    return "sc://" + authority();
  }

  /** Where a web server listens. */
  public String webUrl() {
    return "http://" + authority();
  }

  /** Host and port as they stand in an address. */
  public String authority() {
    String host = address.getHostAddress();
    return "%s:%d".formatted(host.contains(":") ? "[%s]".formatted(host) : host, port);
  }

  /**
   * What clients give as address. Spark's server speaks no TLS, and its clients show a token only
   * over TLS or to {@code localhost}: on another machine that is the end of a tunnel.
   */
  public String clientUrl() {
    return withToken ? "sc://localhost:" + port : url();
  }

  /** Whether only this machine reaches it. */
  public boolean isLocal() {
    return address.isLoopbackAddress();
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw JobException.input(
          "unknown_host",
          "There is no address called %s".formatted(host),
          "give one of this machine's addresses with --host, or leave it out for 127.0.0.1");
    }
  }

  private static int free(InetAddress address, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw JobException.input(
          "bad_port",
          "%d is not a port".formatted(port),
          "give --port a number from 1 to %d, or 0 for any".formatted(HIGHEST_PORT));
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw JobException.input(
          "address_unusable",
          "Cannot listen at %s, port %d: %s"
              .formatted(address.getHostAddress(), port, e.getMessage()),
          "choose another port with --port (0 for any), or another address with --host");
    }
  }
}
