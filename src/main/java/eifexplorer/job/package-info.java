/**
 * Background work: start at {@link eifexplorer.job.Job} (what is done) and {@link eifexplorer.job.JobRunner} (who does
 * it).
 *
 * <p>Kernels run on {@link eifexplorer.job.ComputePool}, the only pool that is one for the process: a product of matrices is
 * asked for at the bottom of every feature, in static functions and constructors of values, and handing a pool to each would
 * put it into most signatures of the program to say always the same. It has no state but its number of threads, which the
 * composition root sets once and which no result depends on.
 *
 * <p>{@link eifexplorer.job.HeapShare} says which part of the heap each cache of the program may take: they are in one list
 * because only together they must fit.
 *
 * <p>Support package: knows no feature, and is the only one that makes threads. A worker writes its progress into one
 * atomic that the window samples; cancelling is cooperative; a {@link eifexplorer.job.Gate} lets what a person waits for go
 * first. Two lanes call native code at the same time: a training, and what a person waits for, to which the training gives
 * way between its steps ({@link eifexplorer.job.JobContext#giveWay}). What the program does for itself is {@link eifexplorer.job.JobKind#HOUSEKEEPING} and stays out of sight. Tests
 * drive view models with {@link
 * eifexplorer.job.InlineJobRunner}.
 */
@NullMarked
package eifexplorer.job;

import org.jspecify.annotations.NullMarked;
