package eifexplorer.testing;

import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.job.JobContext;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** An experiment that runs on the reference's small world, which each test has anew. */
public abstract class ExperimentBench {
  protected final Experiment experiment;
  protected ExperimentInputs inputs;

  protected ExperimentBench(Experiment experiment) {
    this.experiment = experiment;
  }

  @BeforeEach
  protected final void readWorld() {
    inputs = SmallInputs.proxyNca();
  }

  /** Runs it with some of its parameters given. */
  protected final Findings run(Map<String, String> given, FinishedUnits units, JobContext context) {
    return experiment.run(
        inputs,
        ParameterValues.of(experiment.parameters(), given),
        units,
        ExperimentObserver.NONE,
        context);
  }
}
