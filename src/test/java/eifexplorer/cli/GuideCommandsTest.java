package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.experiment.Experiment;
import eifexplorer.influence.EstimatorFactory;
import eifexplorer.project.Registries;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README and the guide say of the command line, held against the commands there are. */
class GuideCommandsTest {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

  /** Of spark-submit, and of the program that is given to it, which the plain build does not have. */
  private static final Set<String> OPTIONS_ON_A_CLUSTER =
      Set.of("--class", "--jars", "--partitions", "--skip-neighbours");

  private static CommandLine line() {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
    return EifExplorerCommand.line(
        new CommandContext(
            console,
            settings -> {
              throw new AssertionError("Commands are only read here");
            },
            settings -> {
              throw new AssertionError("Commands are only read here");
            },
            (empty, size, progress) -> {
              throw new AssertionError("Commands are only read here");
            },
            Composition.registries(),
            "test"));
  }

  private static void collect(CommandLine line, Set<String> options) {
    line.getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
    line.getSubcommands().values().forEach(command -> collect(command, options));
  }

  @Test
  void everyOptionThatIsNamedExists() {
    Set<String> options = new TreeSet<>(OPTIONS_ON_A_CLUSTER);
    collect(line(), options);

    List<String> named =
        OPTION.matcher(GuideText.text()).results().map(match -> match.group()).toList();

    assertTrue(named.size() > 100, "Only " + named.size() + " options are named");
    assertEquals(List.of(), named.stream().filter(name -> !options.contains(name)).toList());
  }

  @Test
  void everyCommandLineIsOneThatIsUnderstood() {
    List<String> refused = new ArrayList<>();
    for (String command : GuideText.commands()) {
      try {
        line().parseArgs(command.trim().split("\\s+", -1));
      } catch (CommandLine.ParameterException e) {
        refused.add(command + ": " + e.getMessage());
      }
    }

    assertTrue(
        GuideText.commands().size() > 20,
        "Only " + GuideText.commands().size() + " command lines were found");
    assertEquals(List.of(), refused);
  }

  @Test
  void everyFormatEstimatorAndExperimentIsNamed() {
    Registries registries = Composition.registries();
    String text = GuideText.text();

    assertEquals(
        List.of(),
        Stream.of(
                registries.formats().all().stream().map(DatasetFormat::id),
                registries.estimators().all().stream().map(EstimatorFactory::id),
                registries.experiments().stream().map(Experiment::id))
            .flatMap(ids -> ids)
            .filter(id -> !text.contains("`" + id + "`"))
            .toList());
  }

  @Test
  void everyCommandIsShown() {
    List<String> shown =
        GuideText.commands().stream().map(command -> command.split(" ", 2)[0]).toList();

    assertEquals(
        List.of(),
        line().getSubcommands().keySet().stream()
            .filter(name -> !name.equals("help") && !shown.contains(name))
            .toList());
  }
}
