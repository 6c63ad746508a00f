package io.quaestor.console;

import io.quaestor.JobException;
import io.quaestor.Progress;
import io.quaestor.app.App;
import io.quaestor.app.JobReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one job that the console may have at work, behind the pages. */
final class Work implements Progress, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Work.class);
  private static final int NOTES = 8;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "console-job");
            made.setDaemon(true);
            return made;
          });
  private final Deque<String> notes = new ArrayDeque<>();
  private String what;
  private String step;
  private String end;
  private boolean failed;
  private boolean running;

  /**
   * The job that is at work or was the last one.
   *
   * @param what for people, null when there was none
   * @param step such as {@code Generated 15/25}, null before the first
   * @param end how it ended, null while it is at work
   */
  record State(String what, String step, String end, boolean failed, List<String> notes) {
    boolean isRunning() {
      return what != null && end == null;
    }
  }

  synchronized State state() {
    return new State(what, step, end, failed, List.copyOf(notes));
  }

  /**
   * Starts a job.
   *
   * @param then runs when it has ended, however it did
   * @throws JobException with exit code 2 when one is at work
   */
  void start(App app, String job, List<String> arguments, App.Job work, Runnable then) {
    synchronized (this) {
      if (running) {
        throw JobException.input(
            "busy", "The console is at work: " + what, "wait until it has ended; see Runs");
      }
      running = true;
      notes.clear();
      step = null;
      end = null;
      failed = false;
      what = job + " " + String.join(" ", arguments);
    }
    thread.execute(() -> run(app, job, arguments, work, then));
  }

  private void run(App app, String job, List<String> arguments, App.Job work, Runnable then) {
    String how;
    boolean bad = true;
    try {
      JobReport report = app.run(job, arguments, work);
      how = report.error() == null ? report.status() : report.error().message();
      bad = report.error() != null;
    } catch (JobException refused) {
      how = refused.getMessage();
    } catch (RuntimeException e) {
      LOG.error("A job of the console failed", e);
      how = "failed: " + e.getMessage();
    }
    try {
      then.run();
    } finally {
      ended(how, bad);
    }
  }

  private synchronized void ended(String how, boolean bad) {
    end = how;
    failed = bad;
    running = false;
  }

  @Override
  public synchronized void at(String name, long done, long total) {
    step = Progress.step(name, done, total);
  }

  @Override
  public synchronized void note(String line) {
    notes.add(line);
    if (notes.size() > NOTES) {
      notes.remove();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
