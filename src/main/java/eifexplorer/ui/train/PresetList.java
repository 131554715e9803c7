package eifexplorer.ui.train;

import eifexplorer.model.ModelCard;
import eifexplorer.training.LossSpec;
import eifexplorer.training.NetworkPlan;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.TrainingPlan;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The presets for a workspace: its own data set's first, and what its model's back bone asks for filled in if it has one. */
final class PresetList {
  private static final Map<String, String> SETS =
      Map.of(
          "cub",
          "CUB",
          "cars",
          "Cars",
          "inshop",
          "In-Shop",
          "sop",
          "SOP",
          "demo",
          Texts.of("Demo"));

  private PresetList() {}

  static List<PlanPreset> of(Workspace workspace, Optional<ModelCard> model) {
    String dataset = workspace.manifest().dataset().format();
    List<PlanPreset> all = new ArrayList<>();
    for (LossSpec loss : LossSpec.ALL) {
      TrainingPlan plan = PlanPresets.nearest(dataset, "_frozen_", loss.name());
      all.add(
          new PlanPreset(
              PlanPreset.FROZEN,
              Texts.of("Head, {0}", loss.title()),
              onBackbone(
                  plan.loss().name().equals(loss.name()) ? plan : plan.withLoss(loss), model)));
    }
    Set<TrainingPlan> whole = new LinkedHashSet<>();
    if (dataset.equals("demo")) {
      whole.add(PlanPresets.plan("demo"));
    }
    for (String set : List.of(dataset, "cub", "cars", "inshop", "sop")) {
      for (LossSpec loss : List.of(LossSpec.PROXY_NCA, LossSpec.SOFT_TRIPLE)) {
        whole.add(PlanPresets.nearest(set, "_", loss.name()));
      }
    }
    whole.forEach(
        plan -> all.add(new PlanPreset(PlanPreset.WHOLE, title(plan), onBackbone(plan, model))));
    return all;
  }

  private static String title(TrainingPlan plan) {
    String set = SETS.getOrDefault(plan.dataset(), plan.dataset());
    return set + ", " + plan.loss().title();
  }

  /** A frozen back bone's features are there for these images only; a network that learns keeps its own preparation. */
  private static TrainingPlan onBackbone(TrainingPlan plan, Optional<ModelCard> model) {
    return model.map(card -> onBackbone(plan, card)).orElse(plan);
  }

  private static TrainingPlan onBackbone(TrainingPlan plan, ModelCard model) {
    NetworkPlan network = plan.network();
    boolean frozen = network.frozen();
    boolean prepared = frozen && model.hasNetwork();
    return plan.withNetwork(
        network.with(
            changed ->
                changed
                    .backbone(model.backbone())
                    .resize(prepared ? model.resize() : network.resize())
                    .crop(prepared ? model.crop() : network.crop())
                    .embeddingSize(frozen ? model.embeddingSize() : network.embeddingSize())));
  }
}
