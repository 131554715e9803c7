package eifexplorer.project;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.ShellWord;
import eifexplorer.workspace.NameEncoding;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two test images as a model and an estimator see them: what shows one view again, as a link or as a command.
 *
 * <p>A link may come from anywhere, so it holds names and numbers only: it is refused if it has anything that is not known
 * here, or a place that is not on this computer.
 *
 * @param workspace its folder, absolute
 * @param model id of one of its models; empty for its current one
 * @param pair test indices
 * @param scope {@code pair}, {@code class-pair} or {@code group}: what the strips explain
 * @param estimator its id; empty for the one that is chosen there
 * @param options its settings that are not the standard ones, by name
 * @param list what the list of pairs beside it holds and in which order, by the names of {@link #LIST}; empty if the link
 *     leaves the list as it is
 */
public record PairLink(
    Path workspace,
    String model,
    TestPair pair,
    String scope,
    String estimator,
    Map<String, String> options,
    Map<String, String> list) {
  /** What a link begins with. */
  public static final String SCHEME = "eif-explorer:";

  /** The scope that is the pair alone. */
  public static final String PAIR = "pair";

  /** All scopes. */
  public static final List<String> SCOPES = List.of(PAIR, "class-pair", "group");

  /** What can be said of the list. */
  public static final Set<String> LIST =
      Set.of(
          "order",
          "words",
          "wrongClass",
          "confusedClass",
          "reviewed",
          "distanceFrom",
          "distanceBelow",
          "mutual",
          "suspects",
          "flagged",
          "copies",
          "harmedBy");

  private static final String OF_LIST = "list.";
  private static final String BEGINNING = SCHEME + "open?";
  private static final int LONGEST = 4096;

  /** Of what is refused, in characters. */
  private static final int SHOWN = 120;

  private static final Pattern INDICES = Pattern.compile("(\\d{1,9}),(\\d{1,9})");
  private static final Pattern MODEL = Pattern.compile("[\\p{L}\\p{N}._+-]{1,200}");
  private static final Pattern LIST_VALUE = Pattern.compile("\\P{Cntrl}{1,300}");
  private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}._+-]{1,64}");
  private static final String EXAMPLE =
      "A link looks like eif-explorer:open?workspace=/home/me/birds&pair=12,407&estimator=trak.";

  /** Leaves out where a run's epochs are kept, which every workspace knows itself and no link may say. */
  public PairLink {
    workspace = workspace.toAbsolutePath().normalize();
    Map<String, String> kept = new TreeMap<>(options);
    kept.remove(EstimatorOption.HISTORY);
    options = Map.copyOf(kept);
    Map<String, String> said = new TreeMap<>(list);
    said.values().removeIf(String::isEmpty);
    list = Map.copyOf(said);
  }

  /** A view whose list stays as it is. */
  public PairLink(
      Path workspace,
      String model,
      TestPair pair,
      String scope,
      String estimator,
      Map<String, String> options) {
    this(workspace, model, pair, scope, estimator, options, Map.of());
  }

  /** Whether a text is meant to be a link. */
  public static boolean isLink(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** As a link: {@code eif-explorer:open?workspace=/home/me/birds&pair=12,407&estimator=trak&lambda=10}. */
  public String link() {
    Map<String, String> values = values();
    new TreeMap<>(list).forEach((name, value) -> values.put(OF_LIST + name, value));
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + encoded(value.getValue()))
        .collect(Collectors.joining("&", BEGINNING, ""));
  }

  /** As a command: {@code eif-explorer open /home/me/birds --pair 12,407 --estimator trak --lambda 10}. */
  public String command() {
    Map<String, String> values = values();
    String folder = Objects.requireNonNull(values.remove("workspace"));
    return "eif-explorer open "
        + ShellWord.of(folder)
        + values.entrySet().stream()
            .map(value -> " --" + value.getKey() + " " + ShellWord.of(value.getValue()))
            .collect(Collectors.joining())
        + new TreeMap<>(list)
            .entrySet().stream()
                .map(said -> " --list " + ShellWord.of(said.getKey() + "=" + said.getValue()))
                .collect(Collectors.joining());
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("workspace", workspace.toString());
    values.put("model", model);
    values.put("pair", pair.first() + "," + pair.second());
    values.put("scope", scope.equals(PAIR) ? "" : scope);
    values.put("estimator", estimator);
    values.putAll(new TreeMap<>(options));
    values.values().removeIf(String::isEmpty);
    return values;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%2C", ",");
  }

  /**
   * Reads a link.
   *
   * @param estimators those a link may name
   * @throws ProblemException if it is none, or names what is not known
   */
  public static PairLink parse(String link, InfluenceEstimators estimators) {
    if (link.length() > LONGEST || !link.regionMatches(true, 0, BEGINNING, 0, BEGINNING.length())) {
      throw refused("This is no link to a view of EIF Explorer", link);
    }
    Map<String, String> values = split(link);
    Path workspace = folder(taken(values, "workspace"), link);
    TestPair pair = pair(taken(values, "pair"), link);
    String model = taken(values, "model");
    if (!model.isEmpty() && !MODEL.matcher(model).matches()) {
      throw refused("The link names no model", model);
    }
    String scope = taken(values, "scope");
    if (!scope.isEmpty() && !SCOPES.contains(scope)) {
      throw refused("The link has an unknown scope", scope);
    }
    String estimator = taken(values, "estimator");
    Map<String, String> list = list(values);
    checkOptions(estimator, values, estimators);
    return new PairLink(
        workspace, model, pair, scope.isEmpty() ? PAIR : scope, estimator, values, list);
  }

  /** Takes what a link says of the list. */
  private static Map<String, String> list(Map<String, String> values) {
    Map<String, String> list = new TreeMap<>();
    for (String name : LIST) {
      String part = OF_LIST + name;
      String value = taken(values, part);
      if (!value.isEmpty() && !LIST_VALUE.matcher(value).matches()) {
        throw refused("The link has no value for " + part, value);
      }
      list.put(name, value);
    }
    return list;
  }

  private static Map<String, String> split(String link) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : link.substring(BEGINNING.length()).split("&", -1)) {
      int at = part.indexOf('=');
      if (at < 1 || values.put(part.substring(0, at), decoded(part.substring(at + 1))) != null) {
        throw refused("The link can't be read", part);
      }
    }
    return values;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused("The link can't be read", text);
    }
  }

  private static String taken(Map<String, String> values, String name) {
    return Objects.requireNonNullElse(values.remove(name), "");
  }

  /** Two separators at the beginning are a place on another computer, which merely to look at tells it who asks. */
  private static Path folder(String text, String link) {
    if (text.isEmpty()) {
      throw refused("The link names no workspace", link);
    }
    try {
      Path folder = Path.of(text);
      boolean elsewhere = text.replace('\\', '/').startsWith("//");
      if (!folder.isAbsolute() || elsewhere || text.chars().anyMatch(Character::isISOControl)) {
        throw refused("The link's workspace is no folder of this computer", text);
      }
      return folder;
    } catch (InvalidPathException e) {
      throw new ProblemException(
          "The link's workspace has a name that is not possible here",
          text,
          "To open it, " + NameEncoding.remedy() + ".",
          e);
    }
  }

  private static TestPair pair(String text, String link) {
    return indices(text)
        .orElseThrow(
            () -> refused("The link names no pair of test images", text.isEmpty() ? link : text));
  }

  /** The pair that two test indices such as {@code 12,407} are; empty for another text. */
  public static Optional<TestPair> indices(String text) {
    Matcher found = INDICES.matcher(text.strip());
    return found.matches()
        ? Optional.of(
            new TestPair(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  private static void checkOptions(
      String estimator, Map<String, String> options, InfluenceEstimators estimators) {
    List<String> allowed = estimator.isEmpty() ? List.of() : settings(estimators.byId(estimator));
    options.forEach(
        (name, value) -> {
          if (!allowed.contains(name)) {
            throw refused("The link has an unknown part", name);
          }
          if (!VALUE.matcher(value).matches()) {
            throw refused("The link has no value for " + name, value);
          }
        });
  }

  private static List<String> settings(EstimatorFactory factory) {
    return factory.options().stream()
        .map(EstimatorOption::name)
        .filter(name -> !name.equals(EstimatorOption.HISTORY))
        .toList();
  }

  private static ProblemException refused(String what, String where) {
    String shown = where.length() > SHOWN ? where.substring(0, SHOWN) + "…" : where;
    return new ProblemException(what, shown, EXAMPLE);
  }
}
