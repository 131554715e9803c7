package eifexplorer.project;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentRun;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.influence.KernelGeneration;
import eifexplorer.job.ComputePool;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ShellWord;
import eifexplorer.run.TrainProvenance;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ResultKeys;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.ProvenanceFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says of an experiment what is run on what, and how to run it again. */
final class ExperimentRuns {
  private final MatrixMath math;
  private final String version;

  ExperimentRuns(MatrixMath math, String version) {
    this.math = math;
    this.version = version;
  }

  ExperimentRun describe(ExplorerSession session, Experiment experiment, ParameterValues values) {
    String model = ResultKeys.ofModel(session);
    Fingerprint.Builder key =
        Fingerprint.builder()
            .add("model", model)
            .add("program", version)
            // Not the kernels: an experiment that a device failed in goes on without it.
            .add("kernels", KernelGeneration.CURRENT)
            .add("experiment", experiment.id());
    values.asMap().forEach(key::add);
    String id = modelId(session);
    Map<String, String> inputs =
        new LinkedHashMap<>(
            session
                .workspace()
                .map(workspace -> TrainProvenance.inputs(workspace.manifest().dataset()))
                .orElseGet(() -> Map.of("bundle", session.name())));
    inputs.put("label_revision", String.valueOf(session.dataset().corrections().revision()));
    inputs.put("training_images", String.valueOf(session.dataset().train().size()));
    inputs.put("test_images", String.valueOf(session.dataset().test().size()));
    inputs.put(ExperimentRun.MODEL, session.modelTitle());
    inputs.put("loss", session.loss().name());
    inputs.put(ExperimentRun.MODEL_FINGERPRINT, model);
    Map<String, String> parameters = new LinkedHashMap<>(values.asMap());
    parameters.put(ExperimentRun.COMMAND_LINE, commandLine(session, id, experiment, values));
    parameters.put("java", System.getProperty("java.version"));
    int threads = ComputePool.shared().threads();
    parameters.put("device", "cpu, " + threads + (threads == 1 ? " thread" : " threads"));
    parameters.put("kernels", math.kernels());
    parameters.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return new ExperimentRun(
        key.build().digits(),
        experiment.id(),
        values.asMap(),
        id,
        new ProvenanceFactory(version).now("experiment " + experiment.id(), inputs, parameters));
  }

  private static String modelId(ExplorerSession session) {
    return session
        .workspace()
        .flatMap(workspace -> new ModelStore(workspace).ofHead(session.bundle().head()))
        .map(ModelCard::id)
        .orElse("");
  }

  private static String commandLine(
      ExplorerSession session, String model, Experiment experiment, ParameterValues values) {
    StringBuilder line = new StringBuilder("eif-explorer experiment " + experiment.id());
    session
        .workspace()
        .ifPresentOrElse(
            workspace ->
                line.append(" --workspace ")
                    .append(ShellWord.of(String.valueOf(workspace.folder().getFileName()))),
            () ->
                line.append(" --bundle ")
                    .append(ShellWord.of(session.name()))
                    .append(" --loss-type ")
                    .append(session.loss().name()));
    if (!model.isEmpty()) {
      line.append(" --model ").append(model);
    }
    values.asMap().forEach((name, value) -> line.append(" --" + name + " " + ShellWord.of(value)));
    return line.toString();
  }
}
