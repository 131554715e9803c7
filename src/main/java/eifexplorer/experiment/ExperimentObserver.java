package eifexplorer.experiment;

/** Who watches an experiment; called on the thread that runs it. */
@FunctionalInterface
public interface ExperimentObserver {
  /** Nobody watches. */
  ExperimentObserver NONE = findings -> {};

  /** What the finished units say; called now and then, the last time before the run ends with the whole. */
  void soFar(Findings findings);
}
