package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.BatchPlan.Sampler;
import eifexplorer.training.NetworkPlan.InitialHead;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the authors' own configuration files, whose values are Python expressions in quotes. Nothing is evaluated: numbers,
 * products of numbers, {@code str('…')}, {@code True} and {@code False} are understood, everything else is refused.
 *
 * <p>Image sizes, warm-up and clip are in the authors' program, not in the file; re-weighting files get the learning rate
 * their program uses instead of the file's.
 */
final class AuthorsPlanFile {
  private static final Pattern TEXT = Pattern.compile("str\\('([^']*)'\\)");
  private static final Pattern NETWORK =
      Pattern.compile("networks\\.Feat_([a-z0-9]+)_(max|avg)(_n)?");
  private static final String REWEIGHT = "_reweight";
  private static final int LONGEST = 10_000;
  private static final int WARM_UP_EPOCHS = 5;
  private static final double CLIP = 10;

  private final JsonNode root;

  private AuthorsPlanFile(JsonNode root) {
    this.root = root;
  }

  /** Whether these are the fields of the authors' files. */
  static boolean isOne(JsonNode root) {
    return root.isObject() && root.has("criterion") && root.has("nb_epochs");
  }

  /**
   * Reads it.
   *
   * @param name of the file; says which data set it is for
   * @throws ProblemException naming the field that is missing, not understood or out of range
   */
  static TrainingPlan read(JsonNode root, String name) {
    return new AuthorsPlanFile(root).plan(name);
  }

  private TrainingPlan plan(String name) {
    boolean reweights = text("criterion", "type").endsWith(REWEIGHT);
    String dataset = name.replaceFirst("[_.].*$", "");
    return new TrainingPlan(
        name.replaceFirst("\\.json$", ""),
        dataset,
        network(reweights),
        loss(),
        batches(),
        reweights ? reweighting() : optimiser(),
        whole(number("nb_epochs"), "nb_epochs"),
        reweights ? 0 : WARM_UP_EPOCHS,
        0,
        ValidationPlan.USUAL);
  }

  private NetworkPlan network(boolean frozen) {
    String type = text("model", "type");
    Matcher parts = NETWORK.matcher(type);
    if (!parts.matches()) {
      throw ProblemException.badValue(
          "model.type", type, "networks.Feat_NAME_max_n and the like, without _n, avg for max");
    }
    String pooling = parts.group(2).equals("max") ? "max" : "average";
    String norm = parts.group(3) == null ? "plain" : "layernorm";
    return new NetworkPlan(
        parts.group(1) + "/" + pooling + "/" + norm,
        frozen,
        288,
        256,
        whole(number("sz_embedding"), "sz_embedding"),
        InitialHead.UNIFORM);
  }

  private LossSpec loss() {
    String type = text("criterion", "type").replaceFirst("^loss\\.", "");
    LossSpec loss = LossSpec.named(type);
    for (LossConstant usual : loss.constants()) {
      double value = numberOr(usual.value(), "criterion", "args", usual.authorsKey());
      loss =
          loss.with(
              usual.key(),
              usual.isWhole() ? whole(value, "criterion.args." + usual.authorsKey()) : value);
    }
    return loss;
  }

  private BatchPlan batches() {
    int size = whole(number("sz_batch"), "sz_batch");
    int classes = whole(number("num_class_per_batch"), "num_class_per_batch");
    if (classes < 1 || size % classes != 0) {
      throw ProblemException.badValue(
          "num_class_per_batch", classes, "a divisor of sz_batch, " + size);
    }
    boolean random = find("is_random_sampler") != null && flag("is_random_sampler");
    return new BatchPlan(
        random ? Sampler.RANDOM : Sampler.BALANCED,
        classes,
        size / classes,
        whole(numberOr(1, "num_gradcum"), "num_gradcum"));
  }

  private OptimiserPlan optimiser() {
    double base = number("opt", "args", "base", "lr");
    return new OptimiserPlan(
        numberOr(base, "opt", "args", "backbone", "lr"),
        numberOr(base, "opt", "args", "embedding", "lr"),
        number("opt", "args", "proxynca", "lr"),
        numberOr(1e-8, "opt", "args", "base", "eps"),
        numberOr(0, "opt", "args", "embedding", "weight_decay"),
        CLIP,
        milestones(),
        .1);
  }

  private static OptimiserPlan reweighting() {
    return OptimiserPlanBuilder.builder()
        .headRate(4e-5)
        .epsilon(1e-8)
        .clip(CLIP)
        .milestones(List.of())
        .milestoneFactor(.1)
        .build();
  }

  private List<Integer> milestones() {
    JsonNode given = find("lr_scheduler2", "args", "milestones");
    if (given == null) {
      return List.of();
    }
    String list = limited(given, "lr_scheduler2", "args", "milestones");
    if (!list.startsWith("[") || !list.endsWith("]")) {
      throw bad("a list of numbers in brackets", "lr_scheduler2", "args", "milestones");
    }
    String inner = list.substring(1, list.length() - 1);
    return inner.isBlank()
        ? List.of()
        : List.of(inner.split(",")).stream()
            .map(part -> whole(product(part.strip()), "lr_scheduler2.args.milestones"))
            .toList();
  }

  private boolean flag(String... path) {
    Map<String, Boolean> flags = Map.of("True", true, "true", true, "False", false, "false", false);
    Boolean flag = flags.get(written(path));
    if (flag == null) {
      throw bad("True, False", path);
    }
    return flag;
  }

  private String text(String... path) {
    String written = written(path);
    Matcher quoted = TEXT.matcher(written);
    return quoted.matches() ? quoted.group(1) : written;
  }

  private double numberOr(double otherwise, String... path) {
    return find(path) == null ? otherwise : number(path);
  }

  private double number(String... path) {
    double value = product(written(path));
    if (Double.isNaN(value)) {
      throw bad("a number, or numbers with * between them", path);
    }
    return value;
  }

  /** NaN for what is no product of numbers. */
  private static double product(String text) {
    double product = 1;
    for (String factor : text.split("\\*", -1)) {
      if (!factor.strip().matches("[+-]?(\\d++\\.?+\\d*+|\\.\\d++)([eE][+-]?\\d++)?")) {
        return Double.NaN;
      }
      product *= Double.parseDouble(factor.strip());
    }
    return product;
  }

  private static int whole(double value, String field) {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw ProblemException.badValue(field, value, "a whole number");
    }
    return (int) value;
  }

  private String written(String... path) {
    JsonNode value = find(path);
    if (value == null || value.isContainer()) {
      throw new ProblemException(
          "The field " + String.join(".", path) + " is missing", "", "Add it.");
    }
    return limited(value, path);
  }

  /** No value of these files is long: one that is would be shown whole in messages, and compared with what is known. */
  private static String limited(JsonNode value, String... path) {
    String text = value.isString() ? value.stringValue().strip() : value.toString();
    if (text.length() > LONGEST) {
      throw new ProblemException(
          "The field " + String.join(".", path) + " is " + text.length() + " characters long",
          "",
          "Check that this is the right file.");
    }
    return text;
  }

  private @Nullable JsonNode find(String... path) {
    @Nullable JsonNode node = root;
    for (String part : path) {
      node = node == null ? null : node.get(part);
    }
    return node;
  }

  private ProblemException bad(String allowed, String... path) {
    return ProblemException.badValue(String.join(".", path), find(path), allowed);
  }
}
