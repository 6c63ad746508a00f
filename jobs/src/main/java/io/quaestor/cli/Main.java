package io.quaestor.cli;

import io.quaestor.ExitCode;
import io.quaestor.JobException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: parses, validates, calls, prints. */
@Command(
    name = "quaestor",
    description = "Turns a corpus into audited questions.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      DoctorCommand.class,
      IngestCommand.class,
      ResourcesCommand.class,
      TopicsCommand.class,
      PlanCommand.class,
      GenerateCommand.class,
      HarnessCommand.class,
      RescoreCommand.class,
      VariantsCommand.class,
      AuditCommand.class,
      CalibrateCommand.class,
      ExperimentCommand.class,
      ImportCommand.class,
      SampleCommand.class,
      AgreeCommand.class,
      QualityCommand.class,
      ExportCommand.class,
      DeleteCommand.class,
      RestoreCommand.class,
      MaintainCommand.class,
      ReviewCommand.class,
      ReportCommand.class,
      StatusCommand.class,
      SqlCommand.class,
      ConnectCommand.class,
      ConsoleCommand.class,
      SimulateCommand.class,
      BenchCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {
  @Mixin private Globals globals;
  @Spec private CommandSpec spec;

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    int exitCode = commandLine().execute(args);
    System.exit(exitCode);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    helpful(line);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((failure, args) -> usage(failure));
    line.setExecutionExceptionHandler((failure, command, result) -> failed(failure, command));
    return line;
  }

  /** {@code COMMAND --help} is what {@code help COMMAND} is. */
  private static void helpful(CommandLine parent) {
    for (CommandLine command : parent.getSubcommands().values()) {
      if (!(command.getCommand() instanceof HelpCommand)) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        helpful(command);
      }
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "No command given");
  }

  Globals globals() {
    return globals;
  }

  private static int usage(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("quaestor: " + failure.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.println("See `%s --help`.".formatted(command.getCommandSpec().qualifiedName()));
    }
    return ExitCode.INPUT.value();
  }

  private static int failed(Exception failure, CommandLine command) {
    boolean verbose = Failures.verbose(command);
    JobException job = Failures.of(failure);
    Failures.print(job, command.getErr());
    if (verbose) {
      failure.printStackTrace(command.getErr());
    }
    return job.exitCode().value();
  }

  /** The version of the build. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"quaestor " + (version == null ? "development" : version)};
    }
  }
}
