package eifexplorer.cli;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.PairLink;
import eifexplorer.workspace.NameEncoding;
import eifexplorer.workspace.Workspace;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the window on a workspace, a pair in it, or on what a file manager or browser hands over. */
@Command(
    name = "open",
    header = "Opens the window on a workspace, or on a pair in it.",
    description =
        "Also on a data set's folder, an embedding bundle, a model's weights (their form shows, as"
            + " when they are dropped on the window) or a link that begins with eif-explorer:. With"
            + " such a thing alone the command's name may be left out: eif-explorer WORKSPACE. A"
            + " window that is open already is used for it.")
final class OpenCommand implements Callable<Integer> {
  private static final Pattern LOOKS_LIKE_FILE =
      Pattern.compile(".*[/\\\\].*|.*\\.(npz|pth|pt|safetensors)", Pattern.DOTALL);

  private final CommandContext context;

  @ArgGroup(multiplicity = "1")
  private Opened opened = new Opened();

  @Option(
      names = "--pair",
      paramLabel = "i,j",
      description = "Shows these two test images, by their indices from 0.")
  private @Nullable String pair;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "With --pair: which of the workspace's models (default: its current one).")
  private String model = "";

  @Option(
      names = "--scope",
      paramLabel = "pair|class-pair|group",
      defaultValue = PairLink.PAIR,
      description = "With --pair: what the strips explain (default: ${DEFAULT-VALUE}).")
  private String scope;

  @Option(
      names = "--estimator",
      paramLabel = "NAME",
      description = "With --pair: what explains (default: what did when the window was left).")
  private @Nullable String estimator;

  @Option(
      names = "--list",
      paramLabel = "NAME=VALUE",
      description =
          "With --pair: what the list of pairs holds, as a card's command says it, such as"
              + " wrongClass='Fish Crow' (default: as it was left).")
  private Map<String, String> list = new LinkedHashMap<>();

  @Option(
      names = CommandContext.PRESENT,
      description = "Presents its best findings on the full screen, as F11 does.")
  private boolean present;

  @Option(
      names = CommandContext.NEW_WINDOW,
      description = "Opens another window even if one is open.")
  private boolean newWindow;

  @Mixin private EstimatorOptions options = new EstimatorOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // read by picocli alone
  private boolean help;

  OpenCommand(CommandContext context) {
    this.context = context;
  }

  /**
   * The command line with the name of this command where it is a file, folder or link alone.
   *
   * @param isCommand whether a word is a command, which it is even if a file has that name
   */
  static String[] named(Predicate<String> isCommand, String... arguments) {
    boolean alone = arguments.length == 1 && !arguments[0].startsWith("-");
    return alone && !isCommand.test(arguments[0]) && isThing(arguments[0])
        ? new String[] {"open", arguments[0]}
        : arguments;
  }

  private static boolean isThing(String text) {
    try {
      return PairLink.isLink(text)
          || LOOKS_LIKE_FILE.matcher(text).matches()
          || Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return true; // then it is refused with the reason
    }
  }

  @Override
  public Integer call() {
    String what = opened.what();
    if (PairLink.isLink(what)) {
      if (hasView()) {
        throw new UsageException("A link says itself what it shows");
      }
      return show(what);
    }
    Path path = path(what);
    if (hasView()) {
      return show(view(path).link());
    }
    if (!Files.exists(path)) {
      throw ProblemException.inFile(path, "There is no such file or folder", "Check the name.");
    }
    if (Workspace.exists(path)) {
      Workspace.open(path);
    }
    return show(path.toString());
  }

  private int show(String thing) {
    List<String> arguments = new ArrayList<>();
    if (newWindow) {
      arguments.add(CommandContext.NEW_WINDOW);
    }
    if (present) {
      arguments.add(CommandContext.PRESENT);
    }
    arguments.add(thing);
    return context.window().applyAsInt(arguments);
  }

  private static Path path(String text) {
    try {
      // File managers may hand over a file as a URL.
      Path path = text.startsWith("file:") ? Path.of(URI.create(text)) : Path.of(text);
      return path.toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UsageException(NameEncoding.trouble(e).orElseThrow());
    } catch (IllegalArgumentException e) {
      throw new ProblemException("This is no file or folder", text, "Check the name.", e);
    }
  }

  private boolean hasView() {
    return pair != null
        || estimator != null
        || !model.isEmpty()
        || !scope.equals(PairLink.PAIR)
        || !options.given().isEmpty()
        || !list.isEmpty();
  }

  private PairLink view(Path folder) {
    Workspace workspace = Workspace.open(folder);
    if (pair == null) {
      throw new UsageException("Missing option --pair, which the others are for");
    }
    TestPair wanted =
        PairLink.indices(pair)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--pair is " + pair + "; allowed: two test indices such as 12,407"));
    if (!PairLink.SCOPES.contains(scope)) {
      throw new UsageException(
          "--scope is " + scope + "; allowed: " + String.join(", ", PairLink.SCOPES));
    }
    if (!model.isEmpty()) {
      new ModelStore(workspace).get(model);
    }
    if (estimator == null && !options.given().isEmpty()) {
      throw new UsageException("Missing option --estimator, whose settings are given");
    }
    PairLink link =
        new PairLink(
            folder,
            model,
            wanted,
            scope,
            estimator == null ? "" : estimator,
            options.given(),
            list);
    try {
      return PairLink.parse(link.link(), context.registries().estimators());
    } catch (ProblemException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** What opens: named alone, or as other commands name a workspace. */
  private static final class Opened {
    @Parameters(paramLabel = "WHAT", description = "A workspace, file or folder, or a link.")
    private @Nullable String thing;

    @Option(
        names = "--workspace",
        paramLabel = "DIR",
        description = "Instead of WHAT: a workspace, as other commands name it.")
    private @Nullable String workspace;

    String what() {
      return thing == null ? Objects.requireNonNull(workspace) : thing;
    }
  }
}
