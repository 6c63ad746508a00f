package io.quaestor.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quaestor.app.JobReport;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A job's end, for programs and for people. */
final class Summary {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.ALWAYS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();

  private Summary() {}

  static String json(Record report) {
    try {
      return JSON.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String reportLine(String file, boolean json) {
    try {
      return json
          ? JSON.writeValueAsString(java.util.Map.of("report", file))
          : "The report is at " + file;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> text(JobReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s %s in %.1f s: %s"
            .formatted(
                report.job(),
                report.status(),
                report.wallMs() / 1000.0,
                report.counts().entrySet().stream()
                    .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                    .collect(Collectors.joining(", "))));
    JobReport.Calls calls = report.calls();
    if (calls.made() + calls.reused() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "calls: %,d made, %,d answered from the ledger, %,d without an answer; %,d tokens in,"
                  + " %,d out, $%s at list prices",
              calls.made(),
              calls.reused(),
              calls.failed(),
              report.tokens().input(),
              report.tokens().output(),
              report.costUsd().setScale(4, RoundingMode.HALF_UP).toPlainString()));
    }
    return lines;
  }
}
