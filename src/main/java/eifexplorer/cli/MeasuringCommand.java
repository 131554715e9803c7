package eifexplorer.cli;

import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import java.util.LinkedHashMap;
import java.util.Map;

/** A benchmark whose result is some values by name, to which where they were measured is added. */
abstract class MeasuringCommand extends ExplorerCommand {
  MeasuringCommand(CommandContext context) {
    super(context);
  }

  /** The measured values by name. */
  abstract Map<String, Object> measure(Explorer explorer, JobContext progress);

  /** Whether networks are measured, which run on the tensor runtime whatever the kernels. */
  boolean isOfNetworks() {
    return false;
  }

  @Override
  final void run(Explorer explorer, JobContext progress) {
    Map<String, Object> result = new LinkedHashMap<>(measure(explorer, progress));
    String kernels = isOfNetworks() ? "torch" : explorer.math().kernels();
    boolean torch = kernels.equals("torch");
    result.put("kernels", kernels);
    result.put("device", torch ? explorer.engineReport().device().toString() : "cpu");
    result.put(
        "threads", torch ? explorer.engineReport().threads() : ComputePool.shared().threads());
    if (json()) {
      console().json(result);
    } else {
      result.forEach(
          (name, value) ->
              console().line(value instanceof Double ? "%-28s %.4f" : "%-28s %s", name, value));
    }
  }
}
