package io.quaestor.llm;

import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** An ask as an HTTP request. Not to be printed: it carries the key. */
final class WireRequest {
  private static final MediaType JSON = MediaType.get("application/json");

  private WireRequest() {}

  /**
   * @param key null when the endpoint wants none
   */
  static Request.Builder of(WireAsk ask, Model model, String key) {
    Request.Builder request =
        new Request.Builder()
            .url(model.url())
            .header("Accept", "application/json")
            .header("User-Agent", "quaestor");
    model.protocol().headers(model.provider(), key).forEach(request::header);
    return request.post(RequestBody.create(Json.bytes(model.protocol().body(ask)), JSON));
  }
}
