package io.quaestor.llm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An HTTP server that does what it is told, good or bad, and remembers what it was sent. */
final class ScriptedServer implements AutoCloseable {

  /**
   * @param headers by lower-case name
   */
  record Request(String path, Map<String, String> headers, String body) {}

  /** What to do with a request, once it has been read. */
  sealed interface Act {

    /**
     * @param delayMs before the answer
     */
    record Answer(int status, Map<String, String> headers, String body, long delayMs)
        implements Act {}

    /** The connection is reset before an answer. */
    record Reset() implements Act {}

    /** A success that promises more than comes before the reset. */
    record ResetInBody() implements Act {}

    /** No answer until the server closes. */
    record Hang() implements Act {}
  }

  static Act ok(String body) {
    return status(200, body);
  }

  static Act status(int status, String body, String... headers) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], headers[i + 1]);
    }
    return new Act.Answer(status, map, body, 0);
  }

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final Function<Request, Act> script;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  ScriptedServer(Function<Request, Act> script) throws IOException {
    this.script = script;
    server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Answers in this order, whatever is asked; the last one again and again. */
  static ScriptedServer inOrder(Act... acts) throws IOException {
    java.util.concurrent.atomic.AtomicInteger next =
        new java.util.concurrent.atomic.AtomicInteger();
    return new ScriptedServer(request -> acts[Math.min(next.getAndIncrement(), acts.length - 1)]);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Request request = read(in);
      while (request != null && act(socket, script.apply(request))) {
        request = read(in);
      }
    } catch (IOException e) {
      // The client went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    Request request =
        new Request(first.split(" ", -1)[1], headers, new String(body, StandardCharsets.UTF_8));
    requests.add(request);
    return request;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Whether the connection goes on. */
  private boolean act(Socket socket, Act act) throws IOException, InterruptedException {
    if (act instanceof Act.Answer answer) {
      if (answer.delayMs() > 0 && closing.await(answer.delayMs(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      write(socket, answer, answer.body().getBytes(StandardCharsets.UTF_8).length);
      return true;
    }
    if (act instanceof Act.Hang) {
      closing.await();
    } else if (act instanceof Act.ResetInBody) {
      write(socket, new Act.Answer(200, Map.of(), "{\"id\":", 0), 5_000);
    }
    socket.setSoLinger(true, 0);
    return false;
  }

  private static void write(Socket socket, Act.Answer answer, int length) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Status\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
    answer.headers().forEach((k, v) -> head.append(k).append(": ").append(v).append("\r\n"));
    OutputStream out = socket.getOutputStream();
    out.write((head + "\r\n" + answer.body()).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
