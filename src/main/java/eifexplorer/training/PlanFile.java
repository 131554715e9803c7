package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.training.BatchPlan.Sampler;
import eifexplorer.training.NetworkPlan.InitialHead;
import eifexplorer.training.NetworkPlan.Precision;
import eifexplorer.training.ValidationPlan.Mode;
import eifexplorer.workspace.JsonTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Training plans as JSON: plain typed values, one section for each part of {@link TrainingPlan}; nothing is evaluated.
 *
 * <p>All fields must be there but {@code version}, {@code network.frozenNorm}, {@code network.precision}, the loss's constants, {@code batches.accumulate}, {@code
 * optimiser.milestones}, {@code optimiser.milestoneFactor} and the section {@code validation}. A wrong field is named with
 * its line, its value and what is allowed; an unknown one is refused. The authors' own files are read too.
 */
public final class PlanFile {
  private static final long LARGEST_BYTES = 1 << 20;
  private static final int CURRENT_VERSION = 1;
  private static final double MILESTONE_FACTOR = 0.1;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PlanFile() {}

  /** Reads a plan. Throws {@link ProblemException} naming the file, and the field if one is wrong. */
  public static TrainingPlan read(Path file) {
    try {
      if (Files.size(RegularFile.of(file)) > LARGEST_BYTES) {
        throw ProblemException.inFile(file, "The file is too long for a training plan", "");
      }
      return parse(RegularFile.text(file), file.toString());
    } catch (IOException e) {
      throw new ProblemException(
          "The training plan can't be read",
          file.toString(),
          "Check that it exists and is text in UTF-8.",
          e);
    }
  }

  /**
   * Reads a plan from its text.
   *
   * @param where the file, for messages
   */
  static TrainingPlan parse(String json, String where) {
    try {
      JsonNode root = JSON.readTree(json);
      return AuthorsPlanFile.isOne(root)
          ? AuthorsPlanFile.read(root, where.replaceFirst("^.*[/\\\\]", ""))
          : plan(new JsonFields(root, ""));
    } catch (JacksonException e) {
      throw new ProblemException(
          "This is no JSON (" + JsonTrouble.of(e) + ")",
          where + JsonTrouble.line(e),
          "Correct the line.",
          e);
    } catch (ProblemException e) {
      String field = e.what().replaceFirst("^The field ", "").replaceFirst(" is .*$", "");
      OptionalInt line = new JsonLineNumbers(JSON, json).of(field);
      String place = line.isPresent() ? where + ", line " + line.getAsInt() : where;
      throw new ProblemException(e.what(), place, e.remedy(), e);
    }
  }

  /** Before anything else: a newer version may have fields that this one does not know. */
  private static void requireKnownVersion(int version) {
    if (version > CURRENT_VERSION) {
      throw new ProblemException(
          "version is " + version + ", and this program reads plans up to " + CURRENT_VERSION,
          "",
          "Update EIF Explorer, or write the plan for this version.");
    }
  }

  private static TrainingPlan plan(JsonFields fields) {
    requireKnownVersion(fields.whole("version", CURRENT_VERSION));
    TrainingPlan plan =
        new TrainingPlan(
            fields.text("title"),
            fields.text("dataset"),
            network(fields.section("network")),
            loss(fields.section("loss")),
            batches(fields.section("batches")),
            optimiser(fields.section("optimiser")),
            fields.whole("epochs"),
            fields.whole("warmUpEpochs"),
            fields.wholeLong("seed"),
            fields.has("validation")
                ? validation(fields.section("validation"))
                : ValidationPlan.USUAL);
    fields.end();
    return plan;
  }

  private static NetworkPlan network(JsonFields fields) {
    NetworkPlan network =
        new NetworkPlan(
            fields.text("backbone"),
            fields.flag("frozen"),
            fields.whole("resize"),
            fields.whole("crop"),
            fields.whole("embeddingSize"),
            fields.choice("initialHead", InitialHead.class),
            fields.has("frozenNorm") && fields.flag("frozenNorm"),
            fields.has("precision")
                ? fields.choice("precision", Precision.class)
                : Precision.SINGLE);
    fields.end();
    return network;
  }

  private static LossSpec loss(JsonFields fields) {
    LossSpec loss = LossSpec.named(fields.text("type"));
    for (LossConstant usual : loss.constants()) {
      double value =
          usual.isWhole()
              ? fields.whole(usual.key(), (int) usual.value())
              : fields.number(usual.key(), usual.value());
      loss = loss.with(usual.key(), value);
    }
    fields.end();
    return loss;
  }

  private static BatchPlan batches(JsonFields fields) {
    BatchPlan batches =
        new BatchPlan(
            fields.choice("sampler", Sampler.class),
            fields.whole("classes"),
            fields.whole("samplesPerClass"),
            fields.whole("accumulate", 1));
    fields.end();
    return batches;
  }

  private static ValidationPlan validation(JsonFields fields) {
    ValidationPlan usual = ValidationPlan.USUAL;
    ValidationPlan validation =
        new ValidationPlan(
            fields.choice("mode", Mode.class),
            fields.whole("everyEpochs", usual.everyEpochs()),
            fields.whole("plateauPatience", usual.plateauPatience()),
            fields.number("plateauFactor", usual.plateauFactor()),
            fields.whole("stopAfter", usual.stopAfter()));
    fields.end();
    return validation;
  }

  private static OptimiserPlan optimiser(JsonFields fields) {
    OptimiserPlan optimiser =
        new OptimiserPlan(
            fields.number("backboneRate"),
            fields.number("headRate"),
            fields.number("proxyRate"),
            fields.number("epsilon"),
            fields.number("weightDecay"),
            fields.number("clip"),
            fields.wholesOrNone("milestones"),
            fields.number("milestoneFactor", MILESTONE_FACTOR));
    fields.end();
    return optimiser;
  }

  /** The text that reads as this plan. */
  public static String toJson(TrainingPlan plan) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", CURRENT_VERSION);
    root.put("title", plan.title()).put("dataset", plan.dataset());
    putNetwork(root.putObject("network"), plan.network());
    putLoss(root.putObject("loss"), plan.loss());
    root.putObject("batches")
        .put("sampler", JsonFields.choiceName(plan.batches().sampler()))
        .put("classes", plan.batches().classes())
        .put("samplesPerClass", plan.batches().samplesPerClass())
        .put("accumulate", plan.batches().accumulate());
    putOptimiser(root.putObject("optimiser"), plan.optimiser());
    root.put("epochs", plan.epochs())
        .put("warmUpEpochs", plan.warmUpEpochs())
        .put("seed", plan.seed());
    ValidationPlan validation = plan.validation();
    root.putObject("validation")
        .put("mode", JsonFields.choiceName(validation.mode()))
        .put("everyEpochs", validation.everyEpochs())
        .put("plateauPatience", validation.plateauPatience())
        .put("plateauFactor", validation.plateauFactor())
        .put("stopAfter", validation.stopAfter());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static void putNetwork(ObjectNode node, NetworkPlan network) {
    node.put("backbone", network.backbone())
        .put("frozen", network.frozen())
        .put("resize", network.resize())
        .put("crop", network.crop())
        .put("embeddingSize", network.embeddingSize())
        .put("initialHead", JsonFields.choiceName(network.initialHead()))
        .put("frozenNorm", network.frozenNorm());
    if (network.precision() != Precision.SINGLE) {
      node.put("precision", JsonFields.choiceName(network.precision()));
    }
  }

  private static void putLoss(ObjectNode node, LossSpec loss) {
    node.put("type", loss.name());
    for (LossConstant constant : loss.constants()) {
      if (constant.isWhole()) {
        node.put(constant.key(), (int) constant.value());
      } else {
        node.put(constant.key(), constant.value());
      }
    }
  }

  private static void putOptimiser(ObjectNode node, OptimiserPlan optimiser) {
    node.put("backboneRate", optimiser.backboneRate())
        .put("headRate", optimiser.headRate())
        .put("proxyRate", optimiser.proxyRate())
        .put("epsilon", optimiser.epsilon())
        .put("weightDecay", optimiser.weightDecay())
        .put("clip", optimiser.clip());
    ArrayNode milestones = node.putArray("milestones");
    optimiser.milestones().forEach(milestones::add);
    node.put("milestoneFactor", optimiser.milestoneFactor());
  }
}
