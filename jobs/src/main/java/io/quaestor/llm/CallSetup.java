package io.quaestor.llm;

import io.quaestor.conf.Conf;
import java.io.Serializable;
import java.util.Map;

/**
 * What executors need to know to make the calls of one run.
 *
 * @param schemas name to the text of a JSON schema
 * @param warehouse directory or URI; the journal lies under it
 * @param hadoop settings of the file systems
 * @param runId the job run the calls belong to
 */
public record CallSetup(
    Conf conf,
    Map<String, String> schemas,
    String warehouse,
    Map<String, String> hadoop,
    String runId)
    implements Serializable {

  public CallSetup {
    schemas = Map.copyOf(schemas);
    hadoop = Map.copyOf(hadoop);
  }

  /** Says little, since settings of file systems can hold secrets. */
  @Override
  public String toString() {
    return "CallSetup[" + runId + "]";
  }
}
