package io.quaestor.app;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import io.quaestor.conf.Conf;
import io.quaestor.conf.ConfHome;
import io.quaestor.conf.ProviderConf;
import io.quaestor.lake.Lake;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Checks configuration, storage, keys and reachability; nothing is spent. */
public final class Doctor {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final AppOptions options;
  private final Function<String, String> environment;

  public Doctor(AppOptions options, Function<String, String> environment) {
    this.options = options;
    this.environment = environment;
  }

  /**
   * One line of the examination.
   *
   * @param remedy null when all is well
   * @param exitCode of the program when this is the worst finding
   */
  public record Finding(
      String what, boolean well, String detail, String remedy, ExitCode exitCode) {

    static Finding well(String what, String detail) {
      return new Finding(what, true, detail, null, ExitCode.DONE);
    }
  }

  /** All findings, in the order to mend them. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.well(
            "java",
            "%s on %d cores"
                .formatted(Runtime.version(), Runtime.getRuntime().availableProcessors())));
    try {
      ConfHome home = App.configuration(options);
      home.pipelines().forEach(home::pipeline);
      home.topics();
      home.convert();
      home.auditors().forEach(home::auditor);
      findings.add(
          Finding.well(
              "configuration",
              "%d models, pipelines %s, auditors %s"
                  .formatted(home.conf().models().size(), home.pipelines(), home.auditors())));
      findings.add(storage());
      providers(home.conf()).forEach((name, provider) -> provider(name, provider, findings));
    } catch (JobException wrong) {
      findings.add(
          new Finding("configuration", false, wrong.getMessage(), wrong.remedy(), ExitCode.INPUT));
    }
    return findings;
  }

  /** Providers that some model uses. */
  private static Map<String, ProviderConf> providers(Conf conf) {
    Map<String, ProviderConf> used = new TreeMap<>();
    conf.models()
        .values()
        .forEach(model -> used.put(model.provider(), conf.providers().get(model.provider())));
    return used;
  }

  private Finding storage() {
    try {
      return Finding.well("warehouse", Lake.probe(options.warehouse()));
    } catch (JobException wrong) {
      return new Finding("warehouse", false, wrong.getMessage(), wrong.remedy(), ExitCode.INPUT);
    }
  }

  private void provider(String name, ProviderConf provider, List<Finding> findings) {
    if (provider.keyEnv() != null) {
      String key = environment.apply(provider.keyEnv());
      findings.add(
          key == null || key.isBlank()
              ? new Finding(
                  name + " key",
                  false,
                  "%s is not set".formatted(provider.keyEnv()),
                  "export %s=... (or work with --offline)".formatted(provider.keyEnv()),
                  ExitCode.REFUSED)
              : Finding.well(name + " key", "%s is set".formatted(provider.keyEnv())));
    }
    findings.add(reach(name, provider.baseUrl()));
  }

  private static Finding reach(String name, String url) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
      HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
      return Finding.well(name, "%s answers (HTTP %d)".formatted(url, answer.statusCode()));
    } catch (IOException e) {
      return new Finding(
          name,
          false,
          "%s cannot be reached: %s".formatted(url, e.getClass().getSimpleName()),
          "check the network, a proxy, or base_url",
          ExitCode.PARTIAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
