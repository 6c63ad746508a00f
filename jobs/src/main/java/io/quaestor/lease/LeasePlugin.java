package io.quaestor.lease;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/**
 * Connects callers on executors with the driver over Spark's own messages. To be named in {@code
 * spark.plugins}; sessions this program opens have it.
 */
public final class LeasePlugin implements SparkPlugin {
  private static volatile Link link;

  /** The way to the driver, null where no plugin was loaded. */
  static Link link() {
    return link;
  }

  @Override
  public DriverPlugin driverPlugin() {
    return new Driver();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Executor();
  }

  private static final class Driver implements DriverPlugin {
    @Override
    public Map<String, String> init(SparkContext spark, PluginContext context) {
      spark.addSparkListener(
          new SparkListener() {
            @Override
            public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
              Coordinator.here().lost(removed.executorId());
            }
          });
      return Map.of();
    }

    @Override
    public void registerMetrics(String appId, PluginContext context) {
      MetricRegistry metrics = context.metricRegistry();
      gauge(metrics, "asks", () -> state().asks());
      gauge(metrics, "done", () -> state().done());
      gauge(metrics, "failed", () -> state().failed());
      gauge(metrics, "inFlight", () -> state().inFlight());
      gauge(metrics, "callers", () -> state().callers());
      gauge(metrics, "spentUsd", () -> state().spentUsd().doubleValue());
    }

    private static State state() {
      return Coordinator.here().state();
    }

    private static void gauge(MetricRegistry metrics, String name, Gauge<Number> value) {
      metrics.register(name, value);
    }

    @Override
    public Object receive(Object message) {
      Coordinator driver = Coordinator.here();
      if (message instanceof Report report) {
        return driver.report(report);
      }
      if (message instanceof Claim claim) {
        return driver.claim(claim);
      }
      if (message instanceof Claim.Release release) {
        driver.release(release.claim());
        return true;
      }
      throw new IllegalArgumentException("Not a message: " + message.getClass());
    }
  }

  private static final class Executor implements ExecutorPlugin {
    @Override
    public void init(PluginContext context, Map<String, String> settings) {
      boolean inDriver = "driver".equals(context.executorID());
      link = inDriver ? new Link.Direct(Coordinator.here()) : new Remote(context);
    }

    @Override
    public void shutdown() {
      link = null;
    }
  }

  private record Remote(PluginContext context) implements Link {
    @Override
    public Grant report(Report report) throws IOException {
      return (Grant) ask(report);
    }

    @Override
    public Claim.Answer claim(Claim claim) throws IOException {
      return (Claim.Answer) ask(claim);
    }

    @Override
    public void release(Claim claim) throws IOException {
      ask(new Claim.Release(claim));
    }

    private Object ask(Object message) throws IOException {
      try {
        return context.ask(message);
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException("The driver did not answer", e);
      }
    }
  }
}
