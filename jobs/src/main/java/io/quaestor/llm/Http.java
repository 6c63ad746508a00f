package io.quaestor.llm;

import io.quaestor.conf.CallsConf;
import io.quaestor.llm.CallOutcome.Fault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Sends requests without blocking whoever gives them. Nothing is retried or redirected here, so
 * what is sent once is sent once; nothing waits for ever.
 */
final class Http {
  /** More providers than a run asks. */
  private static final int HOSTS = 8;

  private final OkHttpClient common;

  /** Each thread keeps its own connections: it need not look for one among those of the others. */
  private final ThreadLocal<OkHttpClient> own = ThreadLocal.withInitial(this::client);

  private final Workers workers = new Workers("quaestor-call");
  private final long maxBodyBytes;
  private final InstantSource clock;

  Http(CallsConf calls, InstantSource clock) {
    common =
        new OkHttpClient.Builder()
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

  private OkHttpClient client() {
    return common
        .newBuilder()
        .connectionPool(new ConnectionPool(HOSTS, 1, TimeUnit.MINUTES))
        .build();
  }

  /**
   * @param timeout positive; for the whole call
   * @param done called once, on a thread that may block
   */
  void send(Request.Builder request, Duration timeout, Consumer<HttpResult> done) {
    workers.execute(() -> done.accept(exchange(request, timeout)));
  }

  private HttpResult exchange(Request.Builder request, Duration timeout) {
    AtomicBoolean sent = new AtomicBoolean();
    Call call = own.get().newCall(request.tag(AtomicBoolean.class, sent).build());
    call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
    try (Response response = call.execute()) {
      return received(response);
    } catch (IOException e) {
      return new HttpResult.Lost(Fault.network(code(e), words(e), sent.get()));
    } catch (RuntimeException e) {
      return new HttpResult.Lost(Fault.network("client_error", words(e), sent.get()));
    }
  }

  private HttpResult received(Response response) {
    int status = response.code();
    try {
      BufferedSource body = response.body().source();
      if (!body.request(maxBodyBytes + 1)) {
        return answer(response, body.readByteString());
      }
      String message = "The body is longer than " + maxBodyBytes + " bytes";
      return cut(response, new Fault(status, "body_too_large", message, null, true));
    } catch (IOException e) {
      return cut(response, new Fault(status, code(e), words(e), null, true));
    }
  }

  /** An error is an error without its body too; a success is not one. */
  private HttpResult cut(Response response, Fault fault) {
    return response.isSuccessful()
        ? new HttpResult.Lost(fault)
        : answer(response, ByteString.EMPTY);
  }

  private HttpAnswer answer(Response response, ByteString body) {
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

  private static String words(Exception e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  /** Lets idle threads go, and a minute later connections; calls under way end by themselves. */
  void close() {
    workers.close();
  }

  /** Notes on the request that all of it went out, and so may have been answered and billed. */
  private static final class MarkSent extends EventListener {
    @Override
    public void requestBodyEnd(Call call, long byteCount) {
      call.request().tag(AtomicBoolean.class).set(true);
    }
  }
}
