package io.quaestor.generate.batch;

import io.quaestor.conf.PipelineConf;
import java.io.Serializable;

/**
 * Who made a question.
 *
 * @param parentQuestionId null unless it is a variant
 */
public record Maker(String pipeline, String version, String parentQuestionId)
    implements Serializable {
  public static Maker of(PipelineConf conf) {
    return new Maker(conf.kind(), conf.version(), null);
  }
}
