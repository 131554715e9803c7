/**
 * Background work: start at {@link eifexplorer.job.Job} (what is done) and {@link eifexplorer.job.JobRunner} (who does
 * it).
 *
 * <p>Support package: knows no feature, and is the only one that makes threads. A worker writes its progress into one
 * atomic that the window samples; cancelling is cooperative; a {@link eifexplorer.job.Gate} lets what a person waits for go
 * first. What the program does for itself is {@link eifexplorer.job.JobKind#HOUSEKEEPING} and stays out of sight. Tests
 * drive view models with {@link
 * eifexplorer.job.InlineJobRunner}.
 */
package eifexplorer.job;
