package eifexplorer.ui.train;

import eifexplorer.run.RunSummary;
import eifexplorer.training.BatchPlan;
import eifexplorer.training.LossSpec;
import eifexplorer.training.NetworkPlan;
import eifexplorer.training.OptimiserPlan;
import eifexplorer.training.TrainingPlan;
import eifexplorer.training.ValidationPlan;
import eifexplorer.training.ValidationPlan.Mode;
import eifexplorer.ui.kit.Fact;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run in words: its whole plan, and where it came from. */
final class RunFacts {
  private RunFacts() {}

  /** Everything that decides the run, but the images. */
  static List<Fact> plan(TrainingPlan plan) {
    NetworkPlan network = plan.network();
    OptimiserPlan optimiser = plan.optimiser();
    BatchPlan batches = plan.batches();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Title", plan.title()));
    facts.add(new Fact("Back bone", network.backbone() + trained(network)));
    facts.add(
        new Fact("Images", "resized to " + network.resize() + ", cropped to " + network.crop()));
    facts.add(
        new Fact(
            "Last layer",
            network.embeddingSize()
                + " dimensions, from "
                + (network.initialHead() == NetworkPlan.InitialHead.PRINCIPAL
                    ? "the principal directions"
                    : "uniform numbers")));
    facts.add(new Fact("Loss", loss(plan.loss())));
    facts.add(
        new Fact(
            "Batches",
            String.format(
                Locale.ROOT,
                "%s, %d × %d images%s",
                batches.sampler() == BatchPlan.Sampler.BALANCED ? "balanced" : "random",
                batches.classes(),
                batches.samplesPerClass(),
                batches.accumulate() == 1 ? "" : ", " + batches.accumulate() + " a step")));
    facts.add(
        new Fact(
            "Rates",
            (network.frozen() ? "" : "network " + number(optimiser.backboneRate()) + ", ")
                + "last layer "
                + number(optimiser.headRate())
                + ", proxies "
                + number(optimiser.proxyRate())));
    facts.add(
        new Fact(
            "Adam",
            String.format(
                Locale.ROOT,
                "eps %s, clip %s, weight decay %s",
                number(optimiser.epsilon()),
                number(optimiser.clip()),
                number(optimiser.weightDecay()))));
    facts.add(new Fact("Epochs", epochs(plan)));
    facts.add(new Fact("Measured", measured(plan.validation())));
    facts.add(new Fact("Seed", String.valueOf(plan.seed())));
    return facts;
  }

  private static String trained(NetworkPlan network) {
    if (network.frozen()) {
      return ", frozen";
    }
    String mixed = network.precision() == NetworkPlan.Precision.MIXED ? ", in bfloat16" : "";
    return mixed + (network.frozenNorm() ? ", batch normalisation keeps its statistics" : "");
  }

  private static String loss(LossSpec loss) {
    return loss.title()
        + loss.constants().stream()
            .map(
                of ->
                    of.isWhole()
                        ? Texts.count((int) of.value(), "centre", "centres") + " a class"
                        : of.symbol() + " " + number(of.value()))
            .map(text -> ", " + text)
            .collect(Collectors.joining());
  }

  private static String epochs(TrainingPlan plan) {
    List<Integer> falls = plan.optimiser().milestones();
    String warmUp = plan.warmUpEpochs() == 0 ? "" : " after " + plan.warmUpEpochs() + " of warm-up";
    String rates =
        falls.isEmpty()
            ? ""
            : "; rates × "
                + number(plan.optimiser().milestoneFactor())
                + " after "
                + falls.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return plan.epochs() + warmUp + rates;
  }

  private static String measured(ValidationPlan validation) {
    String which =
        validation.mode() == Mode.TRAIN
            ? "on held-out training classes; the best epoch is kept"
            : "on the test images; the last epoch is kept";
    String often =
        validation.everyEpochs() == 1 ? "" : ", every " + validation.everyEpochs() + " epochs";
    String ends =
        validation.stopAfter() == 0
            ? ""
            : ", ends after " + validation.stopAfter() + " without a better one";
    return which + often + ends;
  }

  private static String number(double value) {
    return Texts.setting(value);
  }

  /** What the run was made from; empty while it waits. */
  static List<Fact> provenance(RunRow row) {
    return row.summary().map(run -> provenance(row, run)).orElse(List.of());
  }

  private static List<Fact> provenance(RunRow row, RunSummary run) {
    Map<String, String> inputs = run.provenance().inputs();
    Map<String, String> parameters = run.provenance().parameters();
    List<Fact> facts = new ArrayList<>();
    add(facts, "Labels", row.labelsText());
    run.dataset().ifPresent(d -> add(facts, "Data set", d.format() + ", " + d.root()));
    run.dataset()
        .filter(d -> !d.trainClasses().isEmpty())
        .ifPresent(d -> add(facts, "Classes", d.trainClasses() + "; tested on " + d.testClasses()));
    add(facts, "Data fingerprint", run.data());
    add(facts, "Labels' fingerprint", inputs.getOrDefault("labels_fingerprint", ""));
    add(facts, "Parent model", inputs.getOrDefault("model", ""));
    add(facts, "First weights", inputs.getOrDefault("weights", ""));
    add(facts, "Made by", run.provenance().tool());
    add(facts, "Computed on", parameters.getOrDefault("machine", ""));
    add(facts, "Started", Texts.moment(run.provenance().created()));
    add(facts, "Speed", row.speedText().equals("–") ? "" : row.speedText() + " images/s");
    add(
        facts,
        "Folder",
        row.elsewhere().map(folder -> folder + "/").orElse("") + "runs/" + run.id());
    return facts;
  }

  private static void add(List<Fact> facts, String name, String value) {
    Optional.of(value).filter(v -> !v.isBlank()).ifPresent(v -> facts.add(new Fact(name, v)));
  }

  /** What is worth knowing: remarks, and why it ended. */
  static List<String> warnings(RunRow row) {
    List<String> warnings = new ArrayList<>();
    if (!row.message().isEmpty()) {
      warnings.add(row.message());
    }
    row.summary().ifPresent(run -> warnings.addAll(run.remarks()));
    return warnings;
  }
}
