/**
 * The Train screen: start at {@link eifexplorer.ui.train.TrainViewModel} for what it does and {@link
 * eifexplorer.ui.train.TrainView} for how it looks.
 *
 * <p>To the left the presets, in the middle the chosen one as a form ({@link eifexplorer.ui.train.PlanFormViewModel}), to the
 * right the run that is looked at with its curves, over all runs of the workspace. A run is a job on a lane of its own, which lets openings go first; {@link
 * eifexplorer.ui.train.LiveRun} takes what it reports on its thread, and the window asks for it a few times a second. Pausing
 * cancels the job, which keeps where it stands; going on is another job. Runs of earlier program starts come from the
 * workspace ({@link eifexplorer.ui.train.RunColumn} says what can be shown of them).
 *
 * <p>{@link eifexplorer.ui.train.StartViewModel} holds what a run begins with besides its plan: the first weights, and the labels.
 * Labels made wrong are another data set and so another workspace: such a run is listed with its workspace's name, as long as
 * the program runs.
 */
@NullMarked
package eifexplorer.ui.train;

import org.jspecify.annotations.NullMarked;
