/**
 * The Workspace screen and the form for a new one: start at {@link eifexplorer.ui.workspace.WorkspaceViewModel} (facts
 * of what is open) and {@link eifexplorer.ui.workspace.NewDataSetViewModel} (data set, weights and loss of a workspace to
 * be made).
 */
package eifexplorer.ui.workspace;
