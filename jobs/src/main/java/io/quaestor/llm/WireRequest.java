package io.quaestor.llm;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** An ask as an HTTP request. Not to be printed: it carries the key. */
final class WireRequest {
  private static final MediaType JSON = MediaType.get("application/json");

  private WireRequest() {}

  static Request of(WireAsk ask, Protocol protocol, String key) {
    Request.Builder request =
        new Request.Builder()
            .url(ask.provider().baseUrl() + protocol.path())
            .header("Accept", "application/json")
            .header("User-Agent", "quaestor");
    protocol.headers(ask.provider(), key).forEach(request::header);
    return request.post(RequestBody.create(Json.bytes(protocol.body(ask)), JSON)).build();
  }
}
