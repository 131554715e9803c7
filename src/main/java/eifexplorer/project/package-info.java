/**
 * A workspace as a whole, and the services of the program: start at {@link eifexplorer.project.Explorer}, which the window
 * and the command line share, and {@link eifexplorer.project.Workspaces}, what is done with a workspace besides exploring it.
 *
 * <p>{@link eifexplorer.project.ReviewService} goes from suspect labels to a model trained on corrected ones. {@link
 * eifexplorer.project.Workspaces#deleteRun} moves a run and its model to the trash.
 *
 * <h2>Experiments</h2>
 *
 * <p>{@link eifexplorer.project.ExperimentService}: {@code all()} for the cards (question, parameters with ranges and standard
 * values for a form), {@code run} as one job, whose progress counts the units that are still to be done and whose observer
 * gets the findings so far, {@code list} and {@code result} for what is kept, {@code resume} for what was interrupted, {@link
 * eifexplorer.experiment.ResultComparison} for two results. Ask {@code isSame} before a row's {@link
 * eifexplorer.experiment.Target} is opened: its indices hold for the weights, labels and features the result was made with.
 *
 * <p>The last of the feature packages: it puts them together and is used by {@code cli}, {@code ui} and {@code app} only.
 */
@NullMarked
package eifexplorer.project;

import org.jspecify.annotations.NullMarked;
