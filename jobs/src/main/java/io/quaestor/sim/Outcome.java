package io.quaestor.sim;

import java.util.Map;

/**
 * What goes back for a request.
 *
 * @param model whose reply it is, null when no model replied
 * @param delayMs milliseconds from the request to the answer
 * @param broken what happens to the connection instead, null when nothing does
 */
record Outcome(
    int status,
    String contentType,
    Map<String, String> headers,
    byte[] body,
    String model,
    long delayMs,
    Fault broken) {}
