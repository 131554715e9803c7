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
    facts.add(new Fact(Texts.of("Title"), plan.title()));
    facts.add(new Fact(Texts.of("Back bone"), network.backbone() + trained(network)));
    facts.add(
        new Fact(
            Texts.of("Images"),
            Texts.of("resized to {0}, cropped to {1}", network.resize(), network.crop())));
    facts.add(
        new Fact(
            Texts.of("Last layer"),
            network.initialHead() == NetworkPlan.InitialHead.PRINCIPAL
                ? Texts.of("{0} dimensions, from the principal directions", network.embeddingSize())
                : Texts.of("{0} dimensions, from uniform numbers", network.embeddingSize())));
    facts.add(new Fact(Texts.of("Loss"), loss(plan.loss())));
    facts.add(
        new Fact(
            Texts.of("Batches"),
            Texts.of(
                "{0}, {1} × {2} images{3}",
                batches.sampler() == BatchPlan.Sampler.BALANCED
                    ? Texts.of("balanced")
                    : Texts.of("random"),
                batches.classes(),
                batches.samplesPerClass(),
                batches.accumulate() == 1 ? "" : Texts.of(", {0} a step", batches.accumulate()))));
    facts.add(
        new Fact(
            Texts.of("Rates"),
            network.frozen()
                ? Texts.of(
                    "last layer {0}, proxies {1}",
                    number(optimiser.headRate()), number(optimiser.proxyRate()))
                : Texts.of(
                    "network {0}, last layer {1}, proxies {2}",
                    number(optimiser.backboneRate()),
                    number(optimiser.headRate()),
                    number(optimiser.proxyRate()))));
    facts.add(
        new Fact(
            "Adam",
            Texts.of(
                "eps {0}, clip {1}, weight decay {2}",
                number(optimiser.epsilon()),
                number(optimiser.clip()),
                number(optimiser.weightDecay()))));
    facts.add(new Fact(Texts.of("Epochs"), epochs(plan)));
    facts.add(new Fact(Texts.of("Measured"), measured(plan.validation())));
    facts.add(new Fact(Texts.of("Seed"), String.valueOf(plan.seed())));
    return facts;
  }

  private static String trained(NetworkPlan network) {
    if (network.frozen()) {
      return Texts.of(", frozen");
    }
    String mixed =
        network.precision() == NetworkPlan.Precision.MIXED ? Texts.of(", in bfloat16") : "";
    return mixed
        + (network.frozenNorm() ? Texts.of(", batch normalisation keeps its statistics") : "");
  }

  private static String loss(LossSpec loss) {
    return loss.title()
        + loss.constants().stream()
            .map(
                of ->
                    of.isWhole()
                        ? Texts.of(
                            "{0} a class", Texts.count((int) of.value(), "centre", "centres"))
                        : of.symbol() + " " + number(of.value()))
            .map(text -> ", " + text)
            .collect(Collectors.joining());
  }

  private static String epochs(TrainingPlan plan) {
    List<Integer> falls = plan.optimiser().milestones();
    String warmUp =
        plan.warmUpEpochs() == 0 ? "" : Texts.of(" after {0} of warm-up", plan.warmUpEpochs());
    String rates =
        falls.isEmpty()
            ? ""
            : Texts.of(
                "; rates × {0} after {1}",
                number(plan.optimiser().milestoneFactor()),
                falls.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    return plan.epochs() + warmUp + rates;
  }

  private static String measured(ValidationPlan validation) {
    String which =
        validation.mode() == Mode.TRAIN
            ? Texts.of("on held-out training classes; the best epoch is kept")
            : Texts.of("on the test images; the last epoch is kept");
    String often =
        validation.everyEpochs() == 1
            ? ""
            : Texts.of(", every {0} epochs", validation.everyEpochs());
    String ends =
        validation.stopAfter() == 0
            ? ""
            : Texts.of(", ends after {0} without a better one", validation.stopAfter());
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
    add(facts, Texts.of("Labels"), row.labelsText());
    run.dataset().ifPresent(d -> add(facts, Texts.of("Data set"), d.format() + ", " + d.root()));
    run.dataset()
        .filter(d -> !d.trainClasses().isEmpty())
        .ifPresent(
            d ->
                add(
                    facts,
                    Texts.of("Classes"),
                    Texts.of("{0}; tested on {1}", d.trainClasses(), d.testClasses())));
    add(facts, Texts.of("Data fingerprint"), run.data());
    add(facts, Texts.of("Labels' fingerprint"), inputs.getOrDefault("labels_fingerprint", ""));
    add(facts, Texts.of("Parent model"), inputs.getOrDefault("model", ""));
    add(facts, Texts.of("First weights"), inputs.getOrDefault("weights", ""));
    add(facts, Texts.of("Made by"), run.provenance().tool());
    add(facts, Texts.of("Computed on"), parameters.getOrDefault("machine", ""));
    add(facts, Texts.of("Started"), Texts.moment(run.provenance().created()));
    add(
        facts,
        Texts.of("Speed"),
        row.speedText().equals("–") ? "" : Texts.of("{0} images/s", row.speedText()));
    add(
        facts,
        Texts.of("Folder"),
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
      warnings.add(Texts.said(row.message()));
    }
    row.summary().ifPresent(run -> run.remarks().stream().map(Texts::said).forEach(warnings::add));
    return warnings;
  }
}
