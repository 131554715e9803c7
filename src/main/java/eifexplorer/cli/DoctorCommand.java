package eifexplorer.cli;

import eifexplorer.benchmark.DeviceCheck;
import eifexplorer.benchmark.DeviceCheck.Finding;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.engine.KernelChoice;
import eifexplorer.job.CancelOnInterrupt;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.workspace.NameEncoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what the program runs on. */
@Command(
    name = "doctor",
    header = "Says what the program runs on.",
    description = {
      "Versions, device, threads, and why a GPU is not used.",
      "With --deep, small cases of everything that is computed on the device are compared with the"
          + " same on the processor; the exit code is 1 if one differs."
    })
final class DoctorCommand extends DeviceCommand {
  @Option(names = "--deep", description = "Try out the device: takes some seconds.")
  private boolean deep;

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
    List<Finding> findings = deep ? findings() : List.of();
    if (json()) {
      if (deep) {
        facts.put("checks", findings);
      }
      console().json(facts);
    } else {
      facts.forEach((name, value) -> console().line("%-18s %s", name.replace('_', ' '), value));
      findings.forEach(this::print);
    }
    if (!findings.stream().allMatch(Finding::isRight)) {
      throw new ProblemException(
          report.device() + " does not compute what it should",
          "",
          "Use --device cpu --kernels java, and tell us of it with the output of doctor --deep.");
    }
    return ExitCode.DONE;
  }

  private List<Finding> findings() {
    EngineSettings torch = settings().withKernels(KernelChoice.TORCH);
    EngineSettings processor = torch.on(ComputeDevice.CPU);
    try (CancelOnInterrupt interrupt = new CancelOnInterrupt(console()::stopping);
        Explorer here = context().explorers().apply(torch);
        Explorer there = context().explorers().apply(processor)) {
      JobContext progress = new ConsoleProgress(console(), interrupt::isInterrupted);
      return new DeviceCheck(here.engine().get(), there.engine().get(), progress).run();
    }
  }

  private void print(Finding finding) {
    console()
        .line(
            "%-28s %s  %8.2f ms%s  difference %.2g, allowed %.2g",
            finding.name(),
            finding.isRight() ? "right" : "WRONG",
            1e3 * finding.seconds(),
            finding.reference().isPresent()
                ? String.format(
                    Locale.ROOT,
                    " (%.2f ms on the processor)",
                    1e3 * finding.reference().getAsDouble())
                : "",
            finding.difference(),
            finding.allowed());
  }
}
