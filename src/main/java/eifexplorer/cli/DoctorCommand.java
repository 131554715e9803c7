package eifexplorer.cli;

import eifexplorer.engine.EngineReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the program runs on. */
@Command(
    name = "doctor",
    header = "Says what the program runs on.",
    description = "Versions, device, threads, and why a GPU is not used.")
final class DoctorCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private DeviceOptions device = new DeviceOptions();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  DoctorCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Map<String, Object> facts = new LinkedHashMap<>();
    Runtime runtime = Runtime.getRuntime();
    facts.put("program", "EIF Explorer " + context.version());
    facts.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("processors", runtime.availableProcessors());
    facts.put("heap_mb", runtime.maxMemory() >> 20);
    EngineReport report = context.doctor().apply(device.settings());
    facts.put("runtime", report.runtime());
    facts.put("binding", report.binding());
    facts.put("device", report.device().toString());
    facts.put("gpus", report.gpuCount());
    facts.put("why_no_gpu", report.whyNoGpu());
    facts.put("threads", report.threads());
    facts.put("native_libraries", report.nativeLibraries());
    if (json) {
      context.console().json(facts);
    } else {
      facts.forEach(
          (name, value) -> context.console().line("%-18s %s", name.replace('_', ' '), value));
    }
    return ExitCode.DONE;
  }
}
