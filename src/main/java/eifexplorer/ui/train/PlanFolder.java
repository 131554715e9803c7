package eifexplorer.ui.train;

import eifexplorer.problem.ProblemException;
import eifexplorer.training.PlanFile;
import eifexplorer.training.TrainingPlan;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plans that were run in a workspace, in its folder {@code plans}: for the command line, and for the next time. */
final class PlanFolder {
  private PlanFolder() {}

  /** The file of a plan; one that is not there yet is written under a name of its own. */
  static Path keep(Workspace workspace, TrainingPlan plan) {
    Path folder = workspace.folder().resolve("plans");
    String name = plan.loss().name() + (plan.network().frozen() ? "_frozen" : "");
    for (int n = 1; ; n++) {
      Path file = folder.resolve(name + (n == 1 ? "" : "_" + n) + ".json");
      if (!Files.exists(file)) {
        AtomicFiles.writeText(file, PlanFile.toJson(plan));
        return file;
      }
      if (holds(file, plan)) {
        return file;
      }
    }
  }

  /** A file that somebody has broken holds no plan. */
  private static boolean holds(Path file, TrainingPlan plan) {
    try {
      return PlanFile.read(file).equals(plan);
    } catch (ProblemException e) {
      return false;
    }
  }
}
