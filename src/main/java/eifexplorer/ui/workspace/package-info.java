/**
 * The Workspace screen and the forms that lead to one: start at {@link eifexplorer.ui.workspace.WorkspaceScreen} (facts,
 * models and room of what is open) and {@link eifexplorer.ui.workspace.NewDataSetViewModel} (data set, weights and loss of
 * a workspace to be made).
 *
 * <p>The forms are pages of this screen and not of the window, since what they ask for is about a workspace: the window and
 * the other screens reach them by the requests {@code NewDataSet}, {@code AddModel} and {@code FindDataSet}. The chips of
 * the model and of the split in the top bar are this screen's too.
 *
 * <p>A form looks at files in the background while they are typed: trouble with them is an answer in the form, never a
 * failed job.
 */
@NullMarked
package eifexplorer.ui.workspace;

import org.jspecify.annotations.NullMarked;
