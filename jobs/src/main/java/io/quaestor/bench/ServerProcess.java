package io.quaestor.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The answering server in a process of its own, so that what this one uses is the client's. It ends
 * with {@link #close}, and by itself when this process dies.
 */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final String url;
  private final OkHttpClient http = new OkHttpClient();

  ServerProcess() {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  AnswerServer.class.getName())
              .redirectError(Redirect.DISCARD)
              .start();
      url = "http://127.0.0.1:" + port(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    String line = out.readLine();
    if (line == null) {
      throw new JobException(
          ExitCode.INTERNAL,
          "no_server",
          "The answering server ended before it could listen",
          "check that the loopback interface can be used and memory is left");
    }
    return Integer.parseInt(line);
  }

  /** Without a path and without a slash at the end. */
  String url() {
    return url;
  }

  /** Starts a measurement: counts from 0 and answers after such times. */
  void set(Delays delays, long expected) {
    String query =
        "/set?latency_ms=%s&sigma=%s&expected=%s"
            .formatted(delays.medianMs(), delays.sigma(), expected);
    request(new Request.Builder().url(url + query).post(RequestBody.create(new byte[0])).build());
  }

  ServerStats stats() {
    try {
      byte[] body = request(new Request.Builder().url(url + "/stats").build());
      return new ObjectMapper().readValue(body, ServerStats.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] request(Request request) {
    try (Response response = http.newCall(request).execute()) {
      byte[] body = response.body().bytes();
      if (!response.isSuccessful()) {
        throw new IOException("The answering server said " + response.code());
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
