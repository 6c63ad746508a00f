package io.quaestor.llm;

import io.quaestor.conf.CallsConf;
import io.quaestor.llm.CallOutcome.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends requests without blocking. Nothing is retried or redirected here, so what is sent once is
 * sent once; nothing waits for ever.
 */
final class Http {
  private final OkHttpClient client;
  private final long maxBodyBytes;
  private final InstantSource clock;

  Http(CallsConf calls, InstantSource clock) {
    Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(Http::daemon));
    // A call counts until its callback has returned, and the callback may send the next one.
    dispatcher.setMaxRequests(2 * calls.window());
    dispatcher.setMaxRequestsPerHost(2 * calls.window());
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(calls.window(), 1, TimeUnit.MINUTES))
            .connectTimeout(calls.connectTimeout())
            .readTimeout(calls.callTimeout())
            .writeTimeout(calls.callTimeout())
            .callTimeout(calls.callTimeout())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .eventListener(new MarkSent())
            .build();
    maxBodyBytes = calls.maxBodyBytes();
    this.clock = clock;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "quaestor-call");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * @param timeout positive; for the whole call
   * @param done called once, on a thread of the client's
   */
  void send(Request request, Duration timeout, Consumer<HttpResult> done) {
    AtomicBoolean sent = new AtomicBoolean();
    Call call = client.newCall(request.newBuilder().tag(AtomicBoolean.class, sent).build());
    call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    call.enqueue(
        new Callback() {
          @Override
          public void onResponse(Call ignored, Response response) {
            done.accept(received(response));
          }

          @Override
          public void onFailure(Call ignored, IOException e) {
            done.accept(new HttpResult.Lost(Fault.network(code(e), words(e), sent.get())));
          }
        });
  }

  private HttpResult received(Response response) {
    int status = response.code();
    try (response;
        InputStream body = response.body().byteStream()) {
      byte[] bytes = body.readNBytes((int) Math.min(maxBodyBytes + 1, Integer.MAX_VALUE - 8));
      if (bytes.length <= maxBodyBytes) {
        return answer(response, new String(bytes, StandardCharsets.UTF_8));
      }
      String message = "The body is longer than " + maxBodyBytes + " bytes";
      return cut(response, new Fault(status, "body_too_large", message, null, true));
    } catch (IOException e) {
      return cut(response, new Fault(status, code(e), words(e), null, true));
    }
  }

  /** An error is an error without its body too; a success is not one. */
  private HttpResult cut(Response response, Fault fault) {
    return response.isSuccessful() ? new HttpResult.Lost(fault) : answer(response, "");
  }

  private HttpAnswer answer(Response response, String body) {
    return new HttpAnswer(response.code(), response.headers(), body, clock.instant());
  }

  private static String code(IOException e) {
    if (e instanceof InterruptedIOException) {
      return Faults.TIMEOUT;
    }
    return e instanceof ConnectException || e instanceof UnknownHostException
        ? "unreachable"
        : "connection_lost";
  }

  private static String words(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  /** Lets idle threads and connections go; calls under way end by themselves. */
  void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** Notes on the request that all of it went out, and so may have been answered and billed. */
  private static final class MarkSent extends EventListener {
    @Override
    public void requestBodyEnd(Call call, long byteCount) {
      call.request().tag(AtomicBoolean.class).set(true);
    }
  }
}
