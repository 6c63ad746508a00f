package io.quaestor.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How one provider is spoken to. */
interface Protocol {

  /**
   * @param header header by lower-case name, null when absent
   */
  Incoming accept(UnaryOperator<String> header, JsonNode body) throws Problem;

  JsonNode reply(Incoming call, Said said, Instant now);

  JsonNode error(Problem problem, String requestId);

  /** Headers of every answer; what the limits say is left out where there are none. */
  Map<String, String> headers(Gate.Pass pass, String requestId, Instant now);

  /** The status of an overloaded server. */
  int overloaded();
}
