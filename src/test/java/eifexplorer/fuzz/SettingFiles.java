package eifexplorer.fuzz;

import eifexplorer.training.PlanFile;
import eifexplorer.training.PlanPresets;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Settings;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.WindowState;
import eifexplorer.workspace.WindowStateFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Plans of trainings, and what the program keeps of this user. */
final class SettingFiles {
  private static final List<String> WORDS =
      List.of("{", "}", "[", "]", ",", ":", "null", "\"", "1e999", "\\u0000", "true");

  /** In the form of the authors' files. */
  private static final String AUTHORS =
      """
      {
        "name": "str('example')",
        "criterion": {"type": "loss.SoftTriple",
          "args": {"la": "20", "gamma": "0.1", "tau": "0.2", "margin": "0.01", "K": "1"}},
        "lr_scheduler2": {"type": "torch.optim.lr_scheduler.MultiStepLR", "args": {"milestones": "[3, 5]"}},
        "nb_epochs": "40*1", "sz_batch": "32*3", "sz_embedding": "512",
        "num_class_per_batch": "32", "num_gradcum": "1", "is_random_sampler": "False",
        "model": {"type": "networks.Feat_resnet50_max_n"},
        "opt": {"type": "torch.optim.Adam", "args": {
          "embedding": {"weight_decay": "0"}, "backbone": {"weight_decay": "0"},
          "proxynca": {"weight_decay": "0", "lr": "4e2"}, "base": {"lr": "4e-3", "eps": "1.0"}}}
      }
      """;

  private SettingFiles() {}

  static List<Format> all() throws IOException {
    List<byte[]> plans =
        List.of(
            TextMutations.text(PlanFile.toJson(PlanPresets.plan("cub_SoftTriple"))),
            TextMutations.text(PlanFile.toJson(PlanPresets.plan("inshop_SoftTriple"))),
            TextMutations.text(AUTHORS));
    Settings settings =
        Settings.INITIAL
            .withRecent("/home/a/ws")
            .withFolder("open", "/home/a")
            .withKeys(Map.of("next", "J"));
    return List.of(
        Format.of(
            "plan",
            "cub.json",
            plans,
            WORDS,
            JsonMutations.whole(),
            file -> plan(PlanFile.read(file))),
        Format.of(
            "settings",
            "settings.json",
            List.of(TextMutations.text(Json.text(settings))),
            WORDS,
            JsonMutations.whole(),
            file -> settings(new SettingsFile(file.getParent()).load())),
        Format.of(
            "window",
            "window.json",
            List.of(TextMutations.text(Json.text(WindowState.INITIAL))),
            WORDS,
            JsonMutations.whole(),
            file -> !new WindowStateFile(file.getParent()).load().equals(WindowState.INITIAL)));
  }

  private static boolean plan(TrainingPlan plan) {
    ArrayFormats.check(plan.totalEpochs() > 0, "a plan without epochs");
    return !PlanFile.toJson(plan).isEmpty();
  }

  private static boolean settings(Settings settings) {
    return !settings.equals(Settings.INITIAL) && !settings.withRecent("/x").theme().isEmpty();
  }
}
