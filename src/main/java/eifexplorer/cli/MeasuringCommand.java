package eifexplorer.cli;

import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.KernelChoice;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.project.Explorer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A benchmark whose result is some values by name, to which where they were measured is added: of the kernels chosen, or with
 * {@code --kernels both} of each after the other.
 */
abstract class MeasuringCommand extends ExplorerCommand {
  private static final String BOTH = "both";

  MeasuringCommand(CommandContext context) {
    super(context);
  }

  /** The measured values by name. */
  abstract Map<String, Object> measure(Explorer explorer, MatrixMath math, JobContext progress);

  /** Whether networks are measured, which run on the tensor runtime whatever the kernels. */
  boolean isOfNetworks() {
    return false;
  }

  private boolean isOfBoth() {
    return !isOfNetworks() && device().kernels().strip().equalsIgnoreCase(BOTH);
  }

  @Override
  final EngineSettings settings() {
    return isOfBoth() ? device().settings(KernelChoice.JAVA) : super.settings();
  }

  @Override
  final void run(Explorer explorer, JobContext progress) {
    if (isOfBoth()) {
      MatrixMath torch = explorer.engine().get().matrixMath();
      Map<String, Object> inJava = measured(explorer, new JavaMatrixMath(), progress);
      print(inJava, measured(explorer, torch, progress));
    } else {
      print(measured(explorer, explorer.math(), progress));
    }
  }

  private Map<String, Object> measured(Explorer explorer, MatrixMath math, JobContext progress) {
    Map<String, Object> result = new LinkedHashMap<>(measure(explorer, math, progress));
    String kernels = isOfNetworks() ? "torch" : math.kernels();
    result.put("kernels", kernels);
    if (kernels.equals("torch")) {
      EngineReport report = explorer.engineReport();
      result.put("device", report.device().toString());
      boolean ofBlocks = !isOfNetworks() && !report.device().isGpu();
      result.put("threads", ofBlocks ? ComputePool.shared().threads() : report.threads());
    } else {
      result.put("device", "cpu");
      result.put("threads", ComputePool.shared().threads());
    }
    return result;
  }

  private void print(Map<String, Object> result) {
    if (json()) {
      console().json(result);
    } else {
      result.forEach((name, value) -> console().line("%-28s %s", name, text(value)));
    }
  }

  private void print(Map<String, Object> inJava, Map<String, Object> torch) {
    if (json()) {
      Map<String, Object> both = new LinkedHashMap<>();
      both.put("java", inJava);
      both.put("torch", torch);
      console().json(both);
    } else {
      inJava.forEach(
          (name, value) ->
              console().line("%-28s %-12s %s", name, text(value), text(torch.get(name))));
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.4f", number)
        : String.valueOf(value);
  }
}
