package eifexplorer.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the commands' {@code --help} says, as a page of the guide. */
final class CommandReference {
  private static final String HEAD =
      """
      # Every command and option

      This page is made of what the commands themselves say with `--help`; [the command line](command-line.md) says what they are for,
      with examples. `-h` and `--help` are options of every command.
      """;

  /** What as many commands as this have in the same words is said once. */
  private static final int MANY = 10;

  private final StringBuilder page = new StringBuilder(HEAD);
  private final Map<String, Long> times;

  private CommandReference(CommandLine root) {
    times =
        all(root)
            .flatMap(command -> rows(command.getCommandSpec()).stream())
            .collect(Collectors.groupingBy(row -> row, TreeMap::new, Collectors.counting()));
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandReference::all));
  }

  /** The page; {@code root} has all commands. */
  static String of(CommandLine root) {
    CommandReference reference = new CommandReference(root);
    root.getSubcommands().values().forEach(reference::add);
    reference.page.append("\n## Options of many commands\n");
    reference.table(reference.times.keySet().stream().filter(reference::isCommon).toList());
    return reference.page.toString();
  }

  private boolean isCommon(String row) {
    return times.getOrDefault(row, 0L) >= MANY;
  }

  private void table(List<String> rows) {
    if (!rows.isEmpty()) {
      page.append("\n| option | what |\n|---|---|\n");
      rows.forEach(row -> page.append(row).append('\n'));
    }
  }

  private void add(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.userObject() instanceof CommandLine.HelpCommand || spec.usageMessage().hidden()) {
      return;
    }
    String name = spec.qualifiedName().replaceFirst("^\\S+ ", "");
    page.append("\n## ").append(name).append("\n\n");
    page.append(words(spec.usageMessage().description())).append("\n\n");
    page.append("`").append(synopsis(command)).append("`\n");
    table(rows(spec).stream().filter(row -> !isCommon(row)).toList());
    String common =
        rows(spec).stream()
            .filter(this::isCommon)
            .map(row -> "`" + row.substring(3, row.indexOf('`', 3)).replace("\\|", "|") + "`")
            .collect(Collectors.joining(", "));
    if (!common.isEmpty()) {
      page.append("\nAs for [many commands](#options-of-many-commands): ").append(common);
      page.append(".\n");
    }
    String footer = words(spec.usageMessage().footer());
    if (!footer.isEmpty()) {
      page.append("\n").append(footer).append('\n');
    }
    command.getSubcommands().values().forEach(this::add);
  }

  private static String synopsis(CommandLine command) {
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF));
    return help.synopsis(0).strip().replaceAll("\\s+", " ").replace("[-h] ", "");
  }

  private static List<String> rows(CommandSpec spec) {
    List<String> rows = new ArrayList<>();
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      if (!parameter.hidden()) {
        rows.add(row(parameter.paramLabel(), parameter));
      }
    }
    for (OptionSpec option : spec.options()) {
      if (!option.hidden() && !option.usageHelp()) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        rows.add(row(String.join(", ", option.names()) + value, option));
      }
    }
    return rows;
  }

  private static String row(String name, ArgSpec argument) {
    return "| `" + name.replace("|", "\\|") + "` | " + cell(argument) + " |";
  }

  private static String cell(ArgSpec argument) {
    String required = argument.required() && argument.group() == null ? "*Required.* " : "";
    return required + words(argument.description()).replace("|", "\\|").replace("<", "&lt;");
  }

  private static String words(String[] lines) {
    return Stream.of(lines)
        .flatMap(line -> Arrays.stream(line.split("%n|\\R", -1)))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.replace("%%", "%"))
        .collect(Collectors.joining(" "));
  }
}
