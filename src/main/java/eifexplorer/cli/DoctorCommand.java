package eifexplorer.cli;

import eifexplorer.engine.EngineReport;
import eifexplorer.workspace.NameEncoding;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;

/** Says what the program runs on. */
@Command(
    name = "doctor",
    header = "Says what the program runs on.",
    description = "Versions, device, threads, and why a GPU is not used.")
final class DoctorCommand extends DeviceCommand {
  DoctorCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    Map<String, Object> facts = new LinkedHashMap<>();
    Runtime runtime = Runtime.getRuntime();
    facts.put("program", "EIF Explorer " + context().version());
    facts.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put(
        "file_names",
        NameEncoding.name()
            + (NameEncoding.isUnicode() ? "" : "; for other names " + NameEncoding.remedy()));
    facts.put("processors", runtime.availableProcessors());
    facts.put("heap_mb", runtime.maxMemory() >> 20);
    EngineReport report = context().doctor().apply(settings());
    facts.put("runtime", report.runtime());
    facts.put("binding", report.binding());
    facts.put("device", report.device().toString());
    facts.put("gpus", report.gpuCount());
    facts.put("why_no_gpu", report.whyNoGpu());
    facts.put("threads", report.threads());
    facts.put("native_libraries", report.nativeLibraries());
    if (json()) {
      console().json(facts);
    } else {
      facts.forEach((name, value) -> console().line("%-18s %s", name.replace('_', ' '), value));
    }
    return ExitCode.DONE;
  }
}
