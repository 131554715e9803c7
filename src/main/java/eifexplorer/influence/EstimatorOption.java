package eifexplorer.influence;

/**
 * A setting of an estimator, as the command line and the window show it.
 *
 * @param name such as {@code steps}
 * @param meaning a phrase for people
 * @param standard the value taken when none is given
 * @param allowed values that make sense, for people
 */
public record EstimatorOption(String name, String meaning, String standard, String allowed) {
  /** Name of the setting that says where a run's epochs were kept, see {@link eifexplorer.training.HeadHistory}. */
  public static final String HISTORY = "epochs";
}
