package io.quaestor.llm;

import java.time.Instant;
import okhttp3.Headers;
import okio.ByteString;

/**
 * A response as received.
 *
 * @param body empty when there was none
 * @param at when it was received
 */
record HttpAnswer(int status, Headers headers, ByteString body, Instant at) implements HttpResult {

  boolean success() {
    return status >= 200 && status < 300;
  }

  /** The provider's id of the request from the headers, null when there is none. */
  String requestId() {
    for (String name :
        new String[] {
          "request-id", "x-request-id", "mistral-correlation-id", "x-litellm-call-id"
        }) {
      if (headers.get(name) != null) {
        return headers.get(name);
      }
    }
    return null;
  }
}
