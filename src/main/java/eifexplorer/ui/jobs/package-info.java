/**
 * Background jobs as the window sees them: start at {@link eifexplorer.ui.jobs.FxJobs}, through which view models start
 * jobs and get their results on the JavaFX thread, and {@link eifexplorer.ui.jobs.JobsViewModel}, which samples the
 * runner twenty times a second for the status bar and the drawer.
 */
@NullMarked
package eifexplorer.ui.jobs;

import org.jspecify.annotations.NullMarked;
