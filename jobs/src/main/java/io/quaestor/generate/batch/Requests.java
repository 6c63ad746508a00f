package io.quaestor.generate.batch;

import io.quaestor.generate.plan.BatchWork;
import java.util.LinkedHashMap;
import java.util.Map;

/** The machine-readable line at the head of a prompt. */
public final class Requests {
  private Requests() {}

  /** What is asked for: task, count, type, difficulty and language, in this order. */
  public static Map<String, Object> of(String task, BatchWork work, int count) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("task", task);
    request.put("count", count);
    request.put("type", work.batch().type());
    request.put("difficulty", work.batch().difficulty());
    request.put("language", work.chunks().get(0).language());
    return request;
  }

  /** The same with the batch's seed, for asks that write something new. */
  public static Map<String, Object> seeded(String task, BatchWork work, int count) {
    Map<String, Object> request = of(task, work, count);
    request.put("seed", work.batch().seed());
    return request;
  }
}
