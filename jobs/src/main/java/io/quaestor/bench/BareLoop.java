package io.quaestor.bench;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The least a program can do: OkHttp's own queue keeps so many calls in flight, and each body is
 * read and dropped.
 */
final class BareLoop implements Callback {
  private static final MediaType JSON = MediaType.get("application/json");

  private final long count;
  private final AtomicLong left;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  BareLoop(long count) {
    this.count = count;
    this.left = new AtomicLong(count);
  }

  long answered() {
    return count - left.get();
  }

  /** Returns when all are answered. */
  void run(String url, Iterator<byte[]> bodies, int window) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(window, 1, TimeUnit.MINUTES))
            .readTimeout(1, TimeUnit.MINUTES)
            .build();
    client.dispatcher().setMaxRequests(window);
    client.dispatcher().setMaxRequestsPerHost(window);
    try {
      while (bodies.hasNext()) {
        RequestBody body = RequestBody.create(bodies.next(), JSON);
        client.newCall(new Request.Builder().url(url).post(body).build()).enqueue(this);
      }
      done.join();
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  @Override
  public void onResponse(Call call, Response response) throws IOException {
    try (response) {
      byte[] body = response.body().bytes();
      if (!response.isSuccessful() || body.length == 0) {
        done.completeExceptionally(new IOException("HTTP " + response.code()));
      }
    }
    if (left.decrementAndGet() == 0) {
      done.complete(null);
    }
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    done.completeExceptionally(failure);
  }
}
