/**
 * The Workspace screen and the forms that lead to one: start at {@link eifexplorer.ui.workspace.WorkspaceScreen} (facts,
 * models and room of what is open) and {@link eifexplorer.ui.workspace.NewDataSetViewModel} (data set, weights and loss of
 * a workspace to be made).
 *
 * <p>A form looks at files in the background while they are typed: trouble with them is an answer in the form, never a
 * failed job.
 */
@NullMarked
package eifexplorer.ui.workspace;

import org.jspecify.annotations.NullMarked;
